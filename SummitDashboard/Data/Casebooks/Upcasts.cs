using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>
/// Documents of older schemas as this version writes them. What came new is told by its absence, so that every old document is understood
/// wherever it lies: item, history, folder’s base, draft, export.
/// <list type="bullet">
/// <item>Schema 1 to 2: a framing names its empty slots. Before, a slot that was left out had been looked for and was empty.</item>
/// <item>What a file says outside of its text has a place of its own. Before, it stood in the note of the fact.</item>
/// <item>A paragraph that nobody described has no gist. Before, a gist said so.</item>
/// </list>
/// </summary>
internal static class Upcasts
{
    /// <summary>An item as its document has it, which may be of an older schema.</summary>
    public static Item Of(Item item) =>
        item switch
        {
            Claim { Framings: { } framings } claim when framings.Any(f => f is { Empty: null }) => claim with
            {
                Framings = [.. framings.Select(f => Of(f, claim))],
            },
            Source source => Undescribed(InPlace(source)),
            _ => item,
        };

    /// <summary>The gist of a paragraph; none where it only says that nobody wrote one.</summary>
    public static string Gist(string gist) => gist == NoGist ? "" : gist;

    private const string NoGist = "Not described yet.";

    private static Source Undescribed(Source source) =>
        source.Paragraphs.Any(p => p.Gist == NoGist)
            ? source with
            {
                Paragraphs = [.. source.Paragraphs.Select(p => p.Gist == NoGist ? p with { Gist = "" } : p)],
            }
            : source;

    private static Source InPlace(Source source) =>
        new[] { source.Title, source.Byline, source.Publisher, source.Published }.Any(IsInNote)
            ? source with
            {
                Title = Of(source.Title),
                Byline = Of(source.Byline),
                Publisher = Of(source.Publisher),
                Published = Of(source.Published),
            }
            : source;

    /// <summary>A fact whose place in its file may stand in its note.</summary>
    public static Fact? Of(Fact? fact) =>
        IsInNote(fact) ? fact! with { Note = null, InFile = fact.Note![InNote.Length..].TrimEnd('.') } : fact;

    private const string InNote = "In the file: ";

    private static bool IsInNote(Fact? fact) =>
        fact is { Basis: Basis.Given, Paragraph: null, InFile: null, Note: { } note }
        && note.StartsWith(InNote, StringComparison.Ordinal)
        && note.Length > InNote.Length + 1;

    /// <summary>A framing that may be of schema 1, which did not say <see cref="Framing.Empty"/>.</summary>
    public static Framing Of(Framing framing, Claim claim) =>
        framing is not { Empty: null } ? framing : framing with { Empty = [.. EmptySlots(framing, claim)] };

    /// <summary>A claim of a folder that was exported with schema 1.</summary>
    public static Claim OfFolder(Claim claim) =>
        claim with
        {
            Framings = [.. claim.Framings.Select(f => f.Empty.Count > 0 ? f : f with { Empty = [.. EmptySlots(f, claim)] })],
        };

    /// <summary>What schema 1 meant by the slots that it left out.</summary>
    public static IEnumerable<string> EmptySlots(Framing framing, Claim claim) =>
        framing.Stance == Stance.Silent || framing.Aspects is null || claim.Aspects is null
            ? []
            : claim.Aspects.Where(a => framing.In(a.Key) is null).Select(a => a.Key);
}
