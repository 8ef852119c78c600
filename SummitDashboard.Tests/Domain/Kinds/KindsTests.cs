using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Features.Editing;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Domain;

/// <summary>
/// Every kind of item is described in every layer, and every field of it is known to whoever must know it: what a new kind or a new field
/// still lacks fails here, by name.
/// </summary>
public sealed class KindsTests
{
    private static readonly Casebook Full = FullCasebook.Build();
    private static readonly RuleContext Context = new(Full);

    public static TheoryData<ItemKind> All() => [.. Enum.GetValues<ItemKind>()];

    [Theory, MemberData(nameof(All))]
    public void Kind_OfEveryNumber_IsDescribedInEveryLayer(ItemKind number)
    {
        var kind = Kinds.Of(number);
        var item = Assert.IsAssignableFrom<Item>(kind.In(Full).First());
        Assert.Same(kind, Kinds.Of(item));
        Assert.Same(item, Full.Find(number, item.RawId));
        Assert.NotEmpty(kind.TitleOf(item));
        Assert.Equal(kind.Type, Documents.Read(number, Documents.Write(item)).GetType());
        Assert.Contains(CaseFolderWriter.Files(Full), f =>
            f.Path.StartsWith(kind.Folder + '/', StringComparison.Ordinal) || f.Path == $"{kind.Word}.md"
        );
        Assert.NotEmpty(KindPages.Of(kind).Word);
        Assert.NotNull(KindPages.AddressOf(item, Full));
        Assert.NotEmpty(KindPages.NameOf(item, Full));
        Assert.Equal(kind.IsNamed, kind.FindBySlug(Full, item.Slug) is not null);
        Assert.True(KindForms.Of(kind, item) is not null || kind.IsOnlyAdded || kind == TalkKind.Instance); // talks: a page of their own
    }

    /// <summary>A field that no item of <see cref="FullCasebook"/> fills is tried by no test below.</summary>
    [Fact]
    public void FullCasebook_EveryFieldOfEveryKind_SaysSomething()
    {
        var filled = new HashSet<(Type, string)>();
        var types = new HashSet<Type>();
        foreach (var item in Full.Items())
            Walk(item);
        Assert.Empty(
            from type in types
            from property in Fields(type)
            where !filled.Contains((type, property.Name))
            select $"{type.Name}.{property.Name}"
        );

        void Walk(object? part)
        {
            if (part is IEnumerable list and not string)
                foreach (var entry in list)
                    Walk(entry);
            else if (
                part is not null
                && part.GetType() is { IsClass: true } type
                && type.Namespace == typeof(Item).Namespace
                && part is not Edtf
            )
            {
                types.Add(type);
                foreach (var property in Fields(type))
                {
                    var value = property.GetValue(part);
                    if (value is not null && !IsEmpty(value, property.PropertyType))
                        filled.Add((type, property.Name));
                    Walk(value);
                }
            }
        }

        static bool IsEmpty(object value, Type type) =>
            value is IEnumerable list ? !list.Cast<object>().Any() : type.IsValueType && value.Equals(Activator.CreateInstance(type));
    }

    [Fact]
    public void FullCasebook_BreaksNoRule() => Assert.Empty(Full.Items().SelectMany(i => CodebookRules.Of(i, Context)));

    [Fact]
    public void Files_OfEveryField_AreReadAsTheyWereWritten()
    {
        using var folder = new TempFolder();
        foreach (var file in CaseFolderWriter.Files(Full))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, file.Path))!);
            File.WriteAllBytes(Path.Combine(folder.Path, file.Path), file.Content());
        }
        var read = CaseFolderReader.Read(folder.Path);
        Assert.Empty(read.Problems);
        var back = read.ToCasebook(1);
        // What differs is neither read nor written by Data/Casebooks/CaseFolder/Kinds/…File.cs of its kind.
        Assert.Empty(
            from item in Full.Items()
            let same = Documents.Write(item is Grade grade ? grade with { AccountId = null } : item)
            let found = Kinds.Of(item).Find(back, item.RawId)
            where found is null || Documents.Write(found) != same
            select $"{Kinds.Of(item).Word}: {same} came back as {(found is null ? "nothing" : Documents.Write(found))}"
        );
    }

    /// <summary>What is neither a reference nor a word of a vocabulary is a text, and rules for texts see it.</summary>
    [Fact]
    public void Texts_OfEveryField_AreHeldToTheRules()
    {
        string[] none = ["Grade accountId"]; // an account is no text
        // What stands here is no ItemText yet: see Texts in Domain/Kinds/…Kind.cs of its kind.
        Assert.Empty(
            (
                from item in Full.Items()
                from path in Strings(JsonNode.Parse(Documents.Write(item))!)
                where path is not ("id" or "slug")
                let spoilt = Spoilt(item, path)
                where spoilt is not null && !CodebookRules.Of(spoilt, Context).Concat(CodebookRules.Unseen(spoilt)).Any()
                select $"{item.GetType().Name} {path}"
            )
                .Distinct()
                .Except(none)
        );
    }

    [Theory, MemberData(nameof(All))]
    public void Without_AnItemThatIsNamed_LeavesNoReference(ItemKind number)
    {
        foreach (var item in Kinds.Of(number).In(Full))
        foreach (var (kind, id) in Kinds.Of(item).ReferencesOf(item))
        {
            var gone = Full.Find(kind, id)!;
            var left = Kinds.Of(item).Without(item, gone);
            Assert.NotSame(item, left);
            if (left is not null)
                Assert.DoesNotContain((kind, id), Kinds.Of(left).ReferencesOf(left));
        }
    }

    // The item with a character in one of its texts that nobody can see; null where no document says so, or it names another item.
    private static Item? Spoilt(Item item, string path)
    {
        var document = JsonNode.Parse(Documents.Write(item))!;
        var at = path.Split('/');
        var parent = at.SkipLast(1).Aggregate(document, (node, name) => node is JsonArray list ? list[int.Parse(name)]! : node[name]!);
        if (parent is JsonArray strings)
            strings[int.Parse(at[^1])] = strings[int.Parse(at[^1])]!.GetValue<string>() + "\u0001";
        else
            parent[at[^1]] = parent[at[^1]]!.GetValue<string>() + "\u0001";
        try
        {
            var read = Documents.Read(Kinds.Of(item).Number, document.ToJsonString());
            return References(read).SequenceEqual(References(item)) ? read : null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null; // a date, a day or a word of a vocabulary
        }

        static IEnumerable<(ItemKind, string)> References(Item item) => Kinds.Of(item).ReferencesOf(item);
    }

    private static IEnumerable<string> Strings(JsonNode node, string path = "") =>
        node switch
        {
            JsonObject fields => fields.Where(f => f.Value is not null).SelectMany(f => Strings(f.Value!, $"{path}/{f.Key}")),
            JsonArray list => list.SelectMany((entry, n) => entry is null ? [] : Strings(entry, $"{path}/{n}")),
            _ => node.GetValueKind() == JsonValueKind.String ? [path.TrimStart('/')] : [],
        };

    private static IEnumerable<PropertyInfo> Fields(Type type) => type.GetProperties().Where(p => p.CanWrite);
}
