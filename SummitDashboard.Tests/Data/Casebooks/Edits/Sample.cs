using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Data.Casebooks.Edits;

/// <summary>One small edit of each kind, against any casebook; the same edit however often it is asked for.</summary>
internal static class Sample
{
    private static readonly Dictionary<string, Func<Casebook, Edit>> Makers = new()
    {
        ["claim"] = b => new PutItem(b.Claims[0], b.Claims[0] with { Note = "Another note." }),
        ["claim renamed"] = b => new PutItem(b.Claims[1], b.Claims[1] with { Slug = "another-name" }),
        ["claim added"] = b => new PutItem(null, b.Claims[0] with { Id = new("sample"), Slug = "sample", Framings = [] }),
        ["claim removed"] = b => new PutItem(b.Claims[0], null),
        ["source"] = b => new PutItem(b.Sources[0], b.Sources[0] with { Name = "Another name" }),
        ["source removed"] = b => new PutItem(b.Sources[0], null),
        ["actor"] = b => new PutItem(b.Actors[0], b.Actors[0] with { Name = "Another name" }),
        ["actor removed"] = b => new PutItem(b.Actors[0], null),
        ["event"] = b => new PutItem(Told(b), Told(b) with { Label = "Another label", Order = 999 }),
        ["event removed"] = b => new PutItem(Told(b), null),
        ["casebook"] = b => new PutItem(b.Head, b.Head with { Title = "Another title" }),
        ["framing"] = b => new PutFraming(b.Claims[0].Id, Cell(b).Source, Cell(b), Cell(b) with { Gloss = "Another reading." }),
        ["framing removed"] = b => new PutFraming(b.Claims[0].Id, Cell(b).Source, Cell(b), null),
        ["mention"] = b => new PutMention(
            Told(b).Id,
            Told(b).Mentions[0],
            Told(b).Mentions[0] with
            {
                Mode = MentionMode.Recalled,
                Quotation = Words(b, Told(b).Mentions[0].Source),
            }
        ),
        ["mention added"] = b => new PutMention(
            Told(b).Id,
            null,
            new(b.Sources[0].Id, MentionMode.Recalled, Words(b, b.Sources[0].Id), null)
        ),
        ["statement"] = b => new PutStatement(
            b.Actors[0].Id,
            null,
            new(b.Sources[0].Id, StatementMode.Direct, Words(b, b.Sources[0].Id), [b.Claims[0].Id])
        ),
        ["role"] = b => new PutRole(b.Actors[0].Id, null, new(b.Sources[0].Id, Words(b, b.Sources[0].Id))),
        ["name"] = b => new PutNaming(b.Actors[0].Id, null, new(b.Sources[0].Id, "the guest", NameKind.Epithet, 1, 0)),
        ["grade"] = b => new AddGrade(Grade(b.Sources[0], "B") with { Id = new("sample"), Slug = "sample" }),
        ["grade of a framing"] = b => new AddGrade(
            Grade(b.Sources[0], "2") with
            {
                Id = new("sample"),
                Slug = "sample",
                Source = Cell(b).Source,
                Claim = b.Claims[0].Id,
            }
        ),
    };

    public static IEnumerable<string> Names => Makers.Keys;

    public static Edit Of(string name, Casebook casebook) => Makers[name](casebook);

    /// <summary>A grade not yet given; null withdraws.</summary>
    public static Grade Grade(Source source, string? mark)
    {
        var id = Ids.New();
        return new()
        {
            Id = new(id),
            Slug = id,
            Source = source.Id,
            Mark = mark,
            Rationale = "because",
            By = "",
            At = default,
        };
    }

    // Quoted already, so that no more of the article is; part of it, so that it is another quotation.
    private static Quotation Words(Casebook b, SourceId of) =>
        QuotedShare.Quotations(b, b.Sources[of]).FirstOrDefault(q => q.Exact.Contains(' ', StringComparison.Ordinal)) is { } quoted
            ? new() { Exact = quoted.Exact[..quoted.Exact.LastIndexOf(' ')], Paragraph = quoted.Paragraph }
            : new() { Exact = "a few words", Paragraph = 1 };

    private static Event Told(Casebook b) => b.Events.First(e => e.Mentions.Count > 1);

    private static Framing Cell(Casebook b) => b.Claims[0].Framings.First(f => f.Stance != Stance.Silent);
}
