using System.Globalization;
using SummitDashboard.Domain;
using static SummitDashboard.Data.Casebooks.CaseFolder.YamlText;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Writes what items of several kinds are made of; references by slug.</summary>
internal sealed class PartWriter(Casebook casebook)
{
    public string Source(SourceId id) => Name(casebook.Sources[id].Slug);

    public string Sources(IEnumerable<SourceId> ids) => List(ids.Select(Source));

    public string Actors(IEnumerable<ActorId> ids) => List(ids.Select(id => Name(casebook.Actors[id].Slug)));

    public string? Claim(ClaimId? id) => id is { } known ? Name(casebook.Claims[known].Slug) : null;

    public string Claims(IEnumerable<ClaimId> ids) => List(ids.Select(id => Name(casebook.Claims[id].Slug)));

    public string? Event(EventId? id) => id is { } known ? Name(casebook.Events[known].Slug) : null;

    /// <summary>A quotation’s words and where they stand.</summary>
    public static (string, string?)[] Place(Quotation q) =>
        [
            ("exact", Prose(q.Exact)),
            ("paragraph", Number(q.Paragraph)),
            ("occurrence", q.Occurrence == 1 ? null : Number(q.Occurrence)),
            ("position", Name(q.Position?.ToString())),
            ("unverified", q.Unverified ? "true" : null),
        ];

    /// <summary>What is marked on a quotation.</summary>
    public (string, string?)[] Marks(Quotation q) =>
        [
            ("stance", q.Stance is { } stance ? Vocabulary.Of(stance) : null),
            ("cites", Cites(q.Cites)),
            ("hedges", Some(q.Hedges)),
            ("loaded", Some(q.Loaded)),
            ("translation", q.Translation is { } translation ? Of(translation) : null),
        ];

    private static string Of(Translation t) =>
        Flow(
            ("text", Prose(t.Text)),
            ("method", Vocabulary.Of(t.Method)),
            ("by", Name(t.By)),
            ("on", Day(t.On)),
            ("hedges", Some(t.Hedges)),
            ("loaded", Some(t.Loaded)),
            ("of", Prose(t.Of))
        );

    // An actor by slug, anybody else in plain words; spelt out where the one could be taken for the other.
    private string? Cites(Cited? cited) =>
        cited switch
        {
            null => null,
            { Actor: { } id, Other: null } => Name(casebook.Actors[id].Slug),
            { Actor: null, Other: { Length: > 0 } other }
                when !casebook.Actors.TryGetBySlug(other, out _) && !PartReader.LooksLikeActor(other) => Prose(other),
            _ => Flow(("actor", cited.Actor is { } id ? Name(casebook.Actors[id].Slug) : null), ("other", Prose(cited.Other))),
        };

    private static string? Some(IReadOnlyList<string> words) => words.Count == 0 ? null : List(words.Select(text => Prose(text)));

    public static string? Day(DateOnly? day) => day is null ? null : Prose(day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static string? Number(int? number) => number is null ? null : YamlText.Number(number.Value);
}
