using SummitDashboard.Domain;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Tables;

/// <summary>A passage in which a source cites somebody, with what was coded in it that says so.</summary>
public sealed record CitingPassage(CitedParty Who, CodedPassage Passage, IReadOnlyList<Annotation> Citing)
{
    /// <summary>The stances with which it tells claims; empty where it was coded for events and people alone.</summary>
    public IEnumerable<Stance> Stances => Citing.Select(StanceOf).OfType<Stance>().Distinct();

    /// <summary>The stance of a quotation: its own, else that of its framing.</summary>
    public static Stance? StanceOf(Annotation annotation) =>
        annotation is ClaimAnnotation told ? told.Quotation.Stance ?? told.Framing.Stance : null;
}

/// <summary>
/// Who cites whom: of every source, in how many of its coded passages it cites each party. A passage counts once for each party that it
/// cites, for however many things it was coded; so every total is the sum of the cells, and every cell the number of passages it leads to.
/// </summary>
public sealed class CitationTable
{
    private readonly ILookup<SourceId, CitingPassage> bySource;
    private readonly ILookup<string, CitingPassage> byParty;
    private readonly Dictionary<(SourceId, string), int> counts;

    private CitationTable(TableScope scope, List<CitingPassage> all)
    {
        (Scope, All) = (scope, all);
        bySource = all.ToLookup(p => p.Passage.Source.Id);
        byParty = all.ToLookup(p => p.Who.Key);
        counts = all.CountBy(p => (p.Passage.Source.Id, p.Who.Key)).ToDictionary();
        Cited =
        [
            .. byParty.Select(p => p.First().Who).OrderByDescending(Total).ThenBy(p => p.Name, Collation.Of(scope.Casebook.Head.Language)),
        ];
    }

    /// <param name="stance">Counts only what is told with this stance; null counts all.</param>
    public static CitationTable Of(TableScope scope, Stance? stance) =>
        Known.Of(scope.Casebook).Of($"{stance}|{scope.Key}", () => Make(scope, stance));

    private static readonly Derived<Casebook, Kept<CitationTable>> Known = new(_ => new(4));

    private static CitationTable Make(TableScope scope, Stance? stance)
    {
        var (names, all) = (CitedNames.Of(scope.Casebook), new List<CitingPassage>());
        foreach (var passage in scope.Sources.SelectMany(scope.Passages))
        {
            List<Annotation>? citing = null; // most passages cite nobody
            foreach (var coded in passage.Coded)
                if (coded.Quotation.Cites is not null && (stance is null || CitingPassage.StanceOf(coded) == stance))
                    (citing ??= []).Add(coded);
            if (citing is [var one])
                all.Add(new(names.Of(one.Quotation.Cites!), passage, citing));
            else if (citing is not null)
                all.AddRange(citing.GroupBy(a => names.Of(a.Quotation.Cites!)).Select(p => new CitingPassage(p.Key, passage, [.. p])));
        }
        return new(scope, all);
    }

    public TableScope Scope { get; }

    /// <summary>Every citing passage that is counted, source by source and in the order of the text.</summary>
    public IReadOnlyList<CitingPassage> All { get; }

    /// <summary>The columns: whoever is cited, those first that are cited most.</summary>
    public IReadOnlyList<CitedParty> Cited { get; }

    public int Count(Source source, CitedParty party) => counts.GetValueOrDefault((source.Id, party.Key));

    public int Total(Source source) => bySource[source.Id].Count();

    public int Total(CitedParty party) => byParty[party.Key].Count();

    /// <summary>The passages behind a cell, a row or a column; null leaves out that part of the choice.</summary>
    public IEnumerable<CitingPassage> In(Source? source, CitedParty? party) =>
        (source, party) switch
        {
            (null, null) => All,
            (null, not null) => byParty[party.Key],
            (not null, null) => bySource[source.Id],
            _ => bySource[source.Id].Where(p => p.Who.Key == party.Key),
        };

    /// <summary>
    /// Of a source, in how many passages it cites with a stance; null is what was coded for events and people alone. A passage that two
    /// claims are told by with different stances counts in both.
    /// </summary>
    public int Count(Source source, Stance? stance) =>
        bySource[source.Id].Count(p => stance is { } one ? p.Stances.Contains(one) : !p.Stances.Any());

    /// <summary>The rows in an order.</summary>
    public IReadOnlyList<Source> Rows(RowOrder order)
    {
        var counted = Column(order.By)?.Count;
        return order.Of(Scope, s => counted is null || IsUnread(s) ? null : counted(s));
    }

    /// <summary>Whether nothing is counted of a source because nobody coded it, not because there is nothing in it.</summary>
    public bool IsUnread(Source source) => Total(source) == 0 && Scope.Coded(source) == 0;

    /// <summary>Whether it has a column of this name to be sorted by.</summary>
    public bool Has(string sort) => Column(sort) is not null;

    /// <summary>The heading of a column to sort by; null where there is none.</summary>
    public string? LabelOf(string? sort) => Column(sort)?.Label;

    /// <summary>The name of the totals as a column to sort by; nobody is cited so.</summary>
    public const string Totals = "@total";

    /// <summary>The name, as a column to sort by, of what is cited with a stance; null is what tells no claim.</summary>
    public static string KeyOf(Stance? stance) => "@." + (stance is { } one ? Vocabulary.Of(one) : "no-claim");

    /// <summary>The stances that have a column: with silence nothing is cited.</summary>
    public static readonly Stance[] Stances = [.. Enum.GetValues<Stance>().Where(s => s != Stance.Silent)];

    private (string Label, Func<Source, int> Count)? Column(string? key)
    {
        if (key == Totals)
            return ("all", Total);
        if (Cited.FirstOrDefault(p => p.Key == key) is { } party)
            return (party.Name, s => Count(s, party));
        foreach (var stance in Stances.Cast<Stance?>().Append(null))
            if (KeyOf(stance) == key)
                return (stance is { } one ? Vocabulary.Of(one) : "no claim", s => Count(s, stance));
        return null;
    }
}
