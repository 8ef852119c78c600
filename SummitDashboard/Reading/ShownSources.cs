using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>
/// Which sources a page, an export or a talk is about: those that its address chooses, all of them by default, in writing order. Where a
/// page has no room for all at once it shows a <see cref="ColumnWindow"/> of them.
/// </summary>
public sealed class ShownSources
{
    /// <summary>Beyond so many a row of switches is a wall, and sources are named in a field instead.</summary>
    public const int MostSwitches = 24;

    private static readonly Derived<Casebook, ILookup<string, Source>> BySiglum = new(c =>
        c.Sources.ToLookup(s => s.Siglum, StringComparer.OrdinalIgnoreCase)
    );

    private readonly Casebook casebook;
    private readonly IReadOnlySet<(SourceId Source, ClaimId Claim)>? framings;
    private readonly HashSet<SourceId>? ids;

    private ShownSources(
        Casebook casebook,
        IReadOnlyList<Source> sources,
        bool chosen,
        string? byGrade = null,
        IReadOnlySet<(SourceId, ClaimId)>? framings = null
    )
    {
        (this.casebook, Sources, Chosen, ByGrade, this.framings) = (casebook, sources, chosen, byGrade, framings);
        ids = sources.Count == casebook.Sources.Count ? null : [.. sources.Select(s => s.Id)];
    }

    private const char Without = '-';

    /// <summary>The word for sources that nobody has graded.</summary>
    public const string Unrated = "unrated";

    /// <summary>
    /// The grades by which sources or framings were chosen, as the address says them (<c>A,B</c>, <c>2</c>); null where they were not.
    /// </summary>
    public string? ByGrade { get; }

    /// <summary>True where only framings with certain numbers are shown.</summary>
    public bool IsByNumber => framings is not null;

    /// <summary>Whether the source's framing of a claim is shown: not where others were asked for by their number.</summary>
    public bool Shows(Source source, Claim claim) => framings?.Contains((source.Id, claim.Id)) ?? true;

    /// <summary>The shown sources whose framing of a claim is shown.</summary>
    public IEnumerable<Source> Of(Claim claim) => Sources.Where(s => Shows(s, claim));

    /// <summary>Whether any shown source's framing of a claim is shown.</summary>
    public bool ShowsAny(Claim claim) => framings is null || Sources.Any(s => Shows(s, claim));

    /// <summary>All that are chosen, in writing order.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>True where the address chooses sources; false where the page is about all of them.</summary>
    public bool Chosen { get; }

    /// <summary>
    /// Reads the value of <c>sources=Br,Ye</c> (sigla, whatever their case), or of <c>sources=A,B</c> or <c>unrated</c>: those to which
    /// some editor gives one of these letters, or of <c>sources=1,2</c>: those with a framing to which some editor gives one of these
    /// numbers, and only these framings. No siglum looks like a grade. <c>-Br,Ye</c> chooses all but these; <c>set:korean-press</c> those
    /// of a set, <c>tag:country: KR</c> those with a tag, <c>tell:agreement</c> those that tell a claim; any other word those in whose name
    /// or publisher it stands. Nothing, or nothing known, chooses all; what is not known is said in <paramref name="notices"/>.
    /// <c>found:sanctions</c>, which goes to the end of the value, chooses those in which a search finds something.
    /// </summary>
    /// <param name="search">That search; without what was found of it, it stays in the address and chooses nothing.</param>
    public static ShownSources Read(Casebook casebook, string? value, ICollection<string> notices, FoundSearch? search = null)
    {
        if (FoundSearch.Split(value ?? "") is (var before, { } query))
            return ReadFound(casebook, before, search ?? new(FoundSearch.Sources, query), notices);
        var isAllBut = value is [Without, ..];
        var sigla = (isAllBut ? value![1..] : value ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (sigla.Count > 0 && !isAllBut && sigla.All(Admiralty.Numbers.Contains))
            return ReadNumbers(casebook, sigla, notices);
        if (sigla.Count > 0 && !isAllBut && sigla.All(IsGrade))
            return ReadGrades(casebook, sigla, notices);
        if (sigla.Count > 0 && !isAllBut && sigla.All(s => IsGrade(s) || Admiralty.Numbers.Contains(s)))
            notices.Add("Letters choose sources and numbers framings; an address can ask for one of the two.");
        var found = sigla.Select(word => (Word: word, Sources: Named(casebook, word).ToList())).ToList();
        var chosen = found.SelectMany(f => f.Sources).DistinctBy(s => s.Id).OrderBy(s => casebook.Sources.PlaceOf(s.Id)).ToList();
        var unknown = found.Where(f => f.Sources.Count == 0).Select(f => QueryReader.Short(f.Word)).ToList();
        if (unknown.Count > 0)
            notices.Add($"There is no source {string.Join(", ", unknown.Take(5))} here.");
        // What was chosen by a rule stays chosen by it, whatever comes to be in it.
        var rule =
            !isAllBut && sigla.Any(w => w.Contains(':'))
                ? string.Join(',', found.Where(f => f.Sources.Count > 0).Select(f => f.Word))
                : null;
        if (isAllBut)
            chosen = [.. casebook.Sources.ExceptBy(chosen.Select(s => s.Id), s => s.Id)];
        return chosen.Count > 0 && !(isAllBut && chosen.Count == casebook.Sources.Count)
            ? new(casebook, chosen, true) { Rule = rule }
            : Default(casebook);
    }

    // Those with a hit, and what else is named. A search that finds nothing just now, or that nobody has looked for, stays in the address.
    private static ShownSources ReadFound(Casebook casebook, string before, FoundSearch search, ICollection<string> notices)
    {
        foreach (var notice in search.Notices)
            notices.Add(notice);
        var named = before.Length > 0 ? Read(casebook, before, notices) : null;
        var rule = search.IsUnreadable ? named?.Value : string.Join(',', new[] { named?.Value, search.Value }.OfType<string>());
        var found = search.Ids is { } ids ? casebook.Sources.Where(s => ids.Contains(s.Id.Value)).ToList() : [];
        if (search is { Ids: not null, IsPending: false } && found.Count == 0)
            notices.Add($"“{QueryReader.Short(search.Query)}” is found in no source; {Instead(named)} are shown.");
        var chosen = named is { Chosen: true }
            ? casebook.Sources.Where(s => named.Contains(s) || search.Ids?.Contains(s.Id.Value) == true).ToList()
            : found;
        return chosen.Count > 0
            ? new(casebook, chosen, true)
            {
                Rule = rule,
                Search = search,
                Found = found.Count,
            }
            : new(casebook, casebook.Sources, false) { Rule = rule, Search = search.IsUnreadable ? null : search };
    }

    private static string Instead(ShownSources? named) => named is { Chosen: true } ? "those named beside it" : "all";

    /// <summary>The search by which they were chosen; null where they were not.</summary>
    public FoundSearch? Search { get; private init; }

    /// <summary>How many sources it is found in.</summary>
    public int Found { get; private init; }

    // What one word of an address chooses.
    private static IEnumerable<Source> Named(Casebook casebook, string word)
    {
        if (BySiglum.Of(casebook)[word] is var sources && sources.Any())
            return sources;
        return word.Split(':', 2, StringSplitOptions.TrimEntries) switch
        {
            [SetWord, var slug] => casebook.Sets.TryGetBySlug(slug, out var set) ? set.Sources.Select(id => casebook.Sources[id]) : [],
            [TagWord, var tag] => casebook.Sources.Where(s => s.Tags?.Contains(Tags.Tidy(tag), StringComparer.OrdinalIgnoreCase) == true),
            [TellWord, var slug] => casebook.Claims.TryGetBySlug(slug, out var claim)
                ? claim.Framings.Where(f => f.Stance != Stance.Silent).Select(f => casebook.Sources[f.Source])
                : [],
            _ when IsLong(word) => casebook.Sources.Where(s =>
                s.Name.Contains(word, StringComparison.CurrentCultureIgnoreCase)
                || s.Publisher?.Value.Contains(word, StringComparison.CurrentCultureIgnoreCase) == true
            ),
            _ => [],
        };
    }

    // One or two Latin letters are a slip of a siglum; of the scripts behind them each character is a syllable or a word.
    private static bool IsLong(string word) => word.Length > 2 || word.Any(c => c >= FirstOfEastAsia);

    private const char FirstOfEastAsia = '\u2E80';
    private const string SetWord = "set";
    private const string TagWord = "tag";
    private const string TellWord = "tell";

    /// <summary>The value that chooses the sources of a set.</summary>
    public static string ValueOf(SourceSet set) => $"{SetWord}:{set.Slug}";

    /// <summary>The value that chooses the sources with a tag.</summary>
    public static string ValueOf(string tag) => $"{TagWord}:{tag}";

    /// <summary>The tags of a casebook's sources with how many have each, those first that most have.</summary>
    public static IReadOnlyList<(string Tag, int Count)> Tagged(Casebook casebook) => TagsOf.Of(casebook);

    private static readonly Derived<Casebook, IReadOnlyList<(string Tag, int Count)>> TagsOf = new(c =>
        [.. c.Sources.SelectMany(s => s.Tags ?? []).CountBy(t => t).OrderByDescending(t => t.Value).Select(t => (t.Key, t.Value))]
    );

    /// <summary>The value that chooses the sources that tell a claim.</summary>
    public static string ValueOf(Claim claim) => $"{TellWord}:{claim.Slug}";

    // How they were chosen, where that was by more than their sigla.
    private string? Rule { get; init; }

    /// <summary>True where they were chosen by a set, a tag, a search or as those that tell a claim.</summary>
    public bool IsByRule => Rule is not null;

    /// <summary>The sources to which some editor gives this letter, or that nobody has graded.</summary>
    public static IEnumerable<Source> Graded(Casebook casebook, string grade) =>
        casebook.Sources.Where(s =>
            casebook.Grades.Held(s.Id) is var held && (grade == Unrated ? held.Count == 0 : held.Any(g => g.Mark == grade))
        );

    private static bool IsGrade(string word) =>
        word.Equals(Unrated, StringComparison.OrdinalIgnoreCase) || Admiralty.Letters.Contains(word.ToUpperInvariant());

    private static ShownSources ReadGrades(Casebook casebook, List<string> words, ICollection<string> notices)
    {
        var grades = words.Select(w => w.Length == 1 ? w.ToUpperInvariant() : Unrated).Distinct().ToList();
        var ids = grades.SelectMany(g => Graded(casebook, g)).Select(s => s.Id).ToHashSet();
        var chosen = casebook.Sources.Where(s => ids.Contains(s.Id)).ToList();
        if (chosen.Count == 0)
            notices.Add($"No source is graded {string.Join(" or ", grades)}; the filter is left out.");
        return chosen.Count == 0 ? Default(casebook) : new(casebook, chosen, true, string.Join(',', grades));
    }

    private static ShownSources ReadNumbers(Casebook casebook, List<string> numbers, ICollection<string> notices)
    {
        var framings = casebook.Grades.Framings(numbers);
        var ids = framings.Select(f => f.Source).ToHashSet();
        var chosen = casebook.Sources.Where(s => ids.Contains(s.Id)).ToList();
        if (chosen.Count == 0)
            notices.Add($"No framing is graded {string.Join(" or ", numbers)}; the filter is left out.");
        return chosen.Count == 0 ? Default(casebook) : new(casebook, chosen, true, string.Join(',', numbers), framings);
    }

    /// <summary>
    /// The same for <c>sources=</c> in the query of an address, whichever page it is of; a form may name it more than once.
    /// </summary>
    public static ShownSources Read(Casebook casebook, QueryReader query) =>
        Read(casebook, query.List(FoundSearch.Sources), query.Notices, query.Found(FoundSearch.Sources));

    /// <summary>These sources, where a page chooses them itself; the default where there is none.</summary>
    public static ShownSources Of(Casebook casebook, IEnumerable<Source> sources) =>
        sources.DistinctBy(s => s.Id).OrderBy(s => casebook.Sources.PlaceOf(s.Id)).ToList() is { Count: > 0 } chosen
            ? new(casebook, chosen, true)
            : Default(casebook);

    /// <summary>All sources.</summary>
    public static ShownSources Default(Casebook casebook) => new(casebook, casebook.Sources, false);

    public bool Contains(Source source) => ids is null ? casebook.Sources.PlaceOf(source.Id) >= 0 : ids.Contains(source.Id);

    /// <summary>The value for the address; null where it need not be said.</summary>
    public string? Value => ByGrade ?? Rule ?? (Chosen ? ValueOf(Sources) : null);

    /// <summary>
    /// The same for what is to stay as it is now: a search names the sources in which it is found. Null where it need not be said.
    /// </summary>
    public string? Settled =>
        Search is null ? Value
        : Chosen ? ValueOf(Sources)
        : null;

    /// <summary>The value after one source is shown or hidden; null (all) rather than none.</summary>
    public string? Toggled(Source source)
    {
        var list = Sources.Where(s => s.Id != source.Id).ToList();
        if (!Contains(source))
            list = [.. list.Append(source).OrderBy(s => casebook.Sources.PlaceOf(s.Id))];
        return list.Count == 0 || list.Count == casebook.Sources.Count ? null : ValueOf(list);
    }

    /// <summary>The value after some of them are hidden, but not all.</summary>
    public string ValueWithout(IReadOnlySet<SourceId> some) => ValueOf([.. Sources.Where(s => !some.Contains(s.Id))]);

    // By their ids: to tell two sources apart by all that is known of them takes a hundred times as long.
    private IEnumerable<Source> Others(IEnumerable<Source> than)
    {
        var known = than.Select(s => s.Id).ToHashSet();
        return casebook.Sources.Where(s => !known.Contains(s.Id));
    }

    // A short list of those left out rather than a long one of those left in.
    private string ValueOf(IReadOnlyCollection<Source> sources) =>
        casebook.Sources.Count > MostSwitches && sources.Count > casebook.Sources.Count / 2
            ? Without + string.Join(',', Others(sources).Select(s => s.Siglum))
            : string.Join(',', sources.Select(s => s.Siglum));
}
