using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests;

/// <summary>Who may use whom: read off the sources, razor files included, so that a shortcut through a wall fails here.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Each room, and the rooms it may name.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Text"] = [],
        ["Domain"] = ["Text"],
        ["Data"] = ["Text", "Domain"],
        ["Formats"] = ["Text", "Domain"],
        ["Reading"] = ["Text", "Domain", "Data"],
        ["Ui"] = ["Text", "Domain", "Data", "Reading"],
        ["Forms"] = ["Text", "Domain", "Data", "Reading", "Ui"],
        ["Features"] = ["Text", "Domain", "Data", "Formats", "Reading", "Ui", "Forms"],
        ["Shell"] = ["Text", "Domain", "Data", "Reading", "Ui"],
        ["Commands"] = ["Text", "Domain", "Data"],
    };

    /// <summary>
    /// The same inside <c>Data</c>, folder by folder. <c>Database</c> may name all: it maps every table, and knows what a backup holds.
    /// </summary>
    private static readonly Dictionary<string, string[]> MayUseInData = new()
    {
        ["Casebooks"] = ["Database", "Accounts"],
        ["Articles"] = ["Database", "Casebooks"],
        ["Accounts"] = ["Database"],
        ["Library"] = ["Database", "Accounts", "Casebooks", "Articles"],
        ["Live"] = ["Database"],
        ["Search"] = ["Database", "Casebooks", "Articles", "Library"],
    };

    /// <summary>What names the database engine, in any case of letters; words of comments count too.</summary>
    private static readonly string[] Engine = ["sqlite", "pragma"];

    /// <summary>Only <c>Text</c> asks others what a word or a letter is.</summary>
    private static readonly string[] Languages = ["ICU4N", "AnyAscii", "StringInfo"];

    /// <summary>
    /// What a folder, and what lies in it, may not know; a folder named here goes by its own line alone. The domain is pure, only
    /// <c>Data</c> knows EF Core, and only <c>Data/Database</c> the engine.
    /// </summary>
    private static readonly Dictionary<string, string[]> MayNotKnow = new()
    {
        ["Text"] = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "MudBlazor", "Markdig", "YamlDotNet", .. Engine],
        ["Domain"] =
        [
            "Microsoft.AspNetCore",
            "Microsoft.EntityFrameworkCore",
            "MudBlazor",
            "Markdig",
            "YamlDotNet",
            .. Engine,
            .. Languages,
        ],
        ["Data"] = ["MudBlazor", .. Engine, .. Languages],
        ["Data/Database"] = ["MudBlazor", "YamlDotNet", .. Languages],
        ["Formats"] = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "MudBlazor", "YamlDotNet", .. Engine, .. Languages],
        ["Reading"] =
        [
            "Microsoft.AspNetCore.Components",
            "MudBlazor",
            "Microsoft.EntityFrameworkCore",
            "YamlDotNet",
            .. Engine,
            .. Languages,
        ],
        ["Ui"] = ["Microsoft.EntityFrameworkCore", "YamlDotNet", .. Engine, .. Languages],
        ["Forms"] = ["Microsoft.EntityFrameworkCore", "YamlDotNet", .. Engine, .. Languages],
        ["Features"] = ["Microsoft.EntityFrameworkCore", "YamlDotNet", .. Engine, .. Languages],
        ["Shell"] = ["Microsoft.EntityFrameworkCore", "YamlDotNet", .. Engine, .. Languages],
        ["Commands"] = ["Microsoft.EntityFrameworkCore", "YamlDotNet", .. Engine, .. Languages],
    };

    /// <summary>
    /// The exceptions: the reader's rooms embed public parts of these, to edit where it is read, a grade beside its source, and to take
    /// along what is read into a talk.
    /// </summary>
    private static readonly string[] Embeddable = ["Editing", "Reliability", "Presenting", "Importing"];
    private static readonly string[] Readers = ["Overview", "Timeline", "Claims", "Actors", "Sources", "Reliability", "Presenting"];

    /// <summary>Names of types that mean something else too: the casebook's shelf of talks.</summary>
    private static readonly string[] Ambiguous = ["Talks"];

    /// <summary>
    /// Where it may be asked which type an item is: each kind’s own file of a layer; what gives one kind’s documents another meaning; and
    /// what is about one kind alone. Everybody else asks <c>Kinds.Of(item)</c>.
    /// </summary>
    private static readonly string[] KnowTypes =
    [
        "Domain/Kinds/",
        "Data/Casebooks/Upcasts.cs",
        "Data/Casebooks/Edits/Undo.cs", // sources that only stand elsewhere
        "Data/Casebooks/FolderIntake.cs", // who graded, of whom the folder gives no account
        "Reading/Talks/Improvised.cs", // a stop is an event or a claim
        "Features/History/ChangeView.razor", // presenters’ notes
        "Forms/RuleLabels.cs",
        "Features/Editing/Kinds/KindForms.cs",
        .. new[] { "Source", "Actor", "Event", "Claim", "Set" }.Select(kind => $"Features/Editing/Kinds/{kind}Form.cs"),
        "Features/Importing/ImportForm.cs",
        "Features/Reliability/GradeForm.cs",
        "Features/Presenting/TalkForm.cs",
        "Features/Presenting/TalkEditPage.razor",
    ];

    /// <summary>Literal routes that are no links: what an endpoint answers to, and what a page's address is held against.</summary>
    private static readonly string[] RouteCalls = ["Map", "StartsWith"];

    [Fact]
    public void Rooms_Sources_NameOnlyWhatTheyMayUse() =>
        Assert.Empty(
            from file in Files()
            from Match match in RoomPattern().Matches(file.Text)
            let other = match.Groups[1].Value
            where other != file.Room && MayUse.ContainsKey(other) && !MayUse[file.Room].Contains(other)
            select $"{file.Name} names {match.Value}"
        );

    [Fact]
    public void Data_Folders_NameOnlyWhatTheyMayUse() =>
        Assert.Empty(
            from file in Files()
            where file.Room == "Data" && file.Name.Count(c => c == '/') > 1
            let own = file.Name.Split('/')[1]
            where own != "Database"
            from Match match in DataPattern().Matches(file.Text)
            let other = match.Groups[1].Value
            where
                Directory.Exists(Path.Combine(SourceFile.Program, "Data", other))
                && other != own
                && !MayUseInData.GetValueOrDefault(own, []).Contains(other)
            select $"{file.Name} names {match.Value}"
        );

    [Fact]
    public void Rooms_Sources_KnowNoForbiddenFramework() =>
        Assert.Empty(
            from file in Files()
            from framework in MayNotKnow[NearestListed(file.Name)]
            where file.Text.Contains(framework, StringComparison.OrdinalIgnoreCase)
            select $"{file.Name} knows {framework}"
        );

    [Fact]
    public void Features_Sources_NameNoOtherFeature() =>
        Assert.Empty(
            from file in Files()
            where file.Room == "Features" && file.Name.Count(c => c == '/') > 1
            let own = file.Name.Split('/')[1]
            from Match match in FeaturePattern().Matches(file.Text)
            where match.Groups[1].Value != own && !(Embeddable.Contains(match.Groups[1].Value) && Readers.Contains(own))
            select $"{file.Name} names {match.Value}"
        );

    /// <summary>What is declared in another room and used without its namespace: <c>Type.Member</c>, <c>new Type(</c> or a tag.</summary>
    [Fact]
    public void Rooms_Types_AreUsedOnlyWhereTheirRoomMayBe()
    {
        var files = Files().ToList();
        var homes = files
            .SelectMany(f => f.Types().Select(type => (Type: type, Home: HomeOf(f.Name))))
            .Distinct()
            .ToLookup(t => t.Type, t => t.Home);
        var inside = files.SelectMany(f => f.NestedTypes().Select(type => (HomeOf(f.Name), type))).ToHashSet();
        Assert.Empty(
            from file in files
            let home = HomeOf(file.Name)
            from type in UsePattern().Matches(file.Code()).Select(m => m.Groups["type"].Value).Distinct()
            where homes[type].Count() == 1 && !inside.Contains((home, type)) && !Ambiguous.Contains(type)
            let other = homes[type].Single()
            where other != home && !MayUseHome(file.Room, home, other)
            select $"{file.Name} uses {type} of {other}"
        );
    }

    /// <summary>A switch over the kinds of item somewhere else is one more place that a new kind has to find.</summary>
    [Fact]
    public void Items_Types_AreAskedForInTheirOwnFilesAlone()
    {
        var types = string.Join('|', Kinds.All.Select(k => k.Type.Name));
        var pattern = new Regex(
            $@"\b(?:is|is not|case|or) (?:{types})\b(?![.<(])|^ +\(?(?:{types})\b(?: \w+)?(?:,[^=;\n]*)?\)?(?: when [^;\n]*)? =>",
            RegexOptions.Multiline
        );
        var asking = Files().Where(f => pattern.IsMatch(f.WithoutComments())).Select(f => f.Name).ToList();
        Assert.DoesNotContain(asking, name => !KnowTypes.Any(known => name.StartsWith(known, StringComparison.Ordinal)));
        // An exception that nobody needs any longer goes.
        Assert.DoesNotContain(KnowTypes, known => !asking.Exists(name => name.StartsWith(known, StringComparison.Ordinal)));
    }

    [Fact]
    public void Code_Routes_AreNotWrittenByHand() =>
        Assert.Empty(
            from file in Files()
            where file.Name != "Reading/Urls.cs"
            from line in file.Text.Split('\n')
            where
                !line.StartsWith("@page ", StringComparison.Ordinal)
                && !RouteCalls.Any(call => line.Contains(call, StringComparison.Ordinal))
            from Match match in RoutePattern().Matches(line)
            select $"{file.Name}: {match.Value}"
        );

    [Fact]
    public void Markup_Links_GoThroughUrls() =>
        Assert.Empty(
            from file in Files()
            where file.Name.EndsWith(".razor", StringComparison.Ordinal)
            from Match match in LiteralRoutePattern().Matches(file.Text)
            select $"{file.Name}: {match.Value}"
        );

    /// <summary>A slash before it would lead out of a sub-path.</summary>
    [Fact]
    public void Urls_Addresses_AreRelativeToTheBase() =>
        Assert.Empty(Files().Where(f => f.Name == "Reading/Urls.cs").SelectMany(f => RootedPattern().Matches(f.Text)).Select(m => m.Value));

    /// <summary>A small part that is a fragment (<c>SourceKey.Of</c>) compiles as a tag too, and fails only when it is drawn.</summary>
    [Fact]
    public void Markup_FragmentParts_AreNotWrittenAsTags()
    {
        var files = Files().ToList();
        var fragments = files
            .Where(f => f.Text.Contains("public static RenderFragment Of(", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f.Name))
            .ToList();
        Assert.NotEmpty(fragments);
        Assert.Empty(
            from file in files
            from name in fragments
            where file.Text.Contains($"<{name} ", StringComparison.Ordinal)
            select $"{file.Name}: <{name}"
        );
    }

    private static IReadOnlyList<SourceFile> Files() => SourceFile.Of(MayUse.Keys);

    // A feature is a room of its own; what lies beside them joins them.
    private static string HomeOf(string file) =>
        file.Split('/') is ["Features", var feature, _, ..] ? $"Features/{feature}" : file.Split('/')[0];

    private static bool MayUseHome(string room, string home, string other) =>
        home == "Features"
        || (
            room == "Features" && other.StartsWith("Features/", StringComparison.Ordinal)
                ? Embeddable.Contains(other["Features/".Length..]) && Readers.Contains(home["Features/".Length..])
                : MayUse[room].Contains(other)
        );

    private static string NearestListed(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        while (!MayNotKnow.ContainsKey(folder.Replace('\\', '/')))
            folder = Path.GetDirectoryName(folder)!;
        return folder.Replace('\\', '/');
    }

    [GeneratedRegex(@"SummitDashboard\.(\w+)")]
    private static partial Regex RoomPattern();

    [GeneratedRegex(@"SummitDashboard\.Data\.(\w+)")]
    private static partial Regex DataPattern();

    [GeneratedRegex(@"(?:SummitDashboard\.|(?<![\w.]))Features\.(\w+)")]
    private static partial Regex FeaturePattern();

    [GeneratedRegex("""(?:=>?|:|\?|,) \$?"/[^"]*""")]
    private static partial Regex RootedPattern();

    [GeneratedRegex("""<(?:a|form)\b[^>]*?\s(?:href|action)="(?!@|#|https?:|mailto:)[^"]*""")]
    private static partial Regex LiteralRoutePattern();

    [GeneratedRegex(@"(?<![\w.])(?:(?<=new |<)(?<type>[A-Z]\w*)\b|(?<type>[A-Z]\w*)(?=\.[A-Z]))")]
    private static partial Regex UsePattern();

    [GeneratedRegex(@"""(?:~?/)?(?:claims|timeline|actors|sources|history|live|reliability|account|edit|export)[/?][^""\s]*""")]
    private static partial Regex RoutePattern();
}
