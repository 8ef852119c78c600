using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Reads what items of several kinds are made of, noting on which line each part stood.</summary>
/// <param name="IsOfSchema1">True where an older version exported the folder (<see cref="Upcasts.OfFolder"/>).</param>
internal sealed record PartReader(SlugReferences References, CaseFolderContents Contents, bool IsOfSchema1)
{
    /// <summary>How a moment is written: UTC, to the second where it has no more.</summary>
    public const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>The part that these fields are; any further field is a problem.</summary>
    public T Part<T>(Fields f, T part)
    {
        f.RefuseTheRest();
        if (part is not null)
            Contents.Note(part, f);
        return part;
    }

    /// <summary>The parts of a list.</summary>
    public IReadOnlyList<T> Parts<T>(Fields f, string name, Func<Fields, T> read) =>
        [.. f.List(name).Select(entry => Part(entry, read(entry)))];

    public SourceId Source(Fields f) => References.Resolve(f, "source", SourceKind.Instance);

    public Quotation Quotation(Fields f)
    {
        var quotation = new Quotation
        {
            Exact = f.Text("exact"),
            Paragraph = f.Number("paragraph"),
            Occurrence = Math.Max(1, f.OptionalNumber("occurrence") ?? 1),
            Position = Position(f),
            Unverified = Flag(f, "unverified"),
            Stance = f.OptionalWord<Stance>("stance"),
            Cites = Cites(f),
            Hedges = f.TextList("hedges"),
            Loaded = f.TextList("loaded"),
            Translation = Translation(f),
        };
        Contents.Note(quotation, f, f.LineOf("exact"));
        return quotation;
    }

    private Translation? Translation(Fields f) =>
        !f.Has("translation") || f.Mapping("translation") is not { } t
            ? null
            : Part(
                t,
                new Translation
                {
                    Text = t.Text("text"),
                    Method = t.Word<TranslationMethod>("method"),
                    By = t.Optional("by"),
                    On = Day(t, "on"),
                    Hedges = t.TextList("hedges"),
                    Loaded = t.TextList("loaded"),
                    Of = t.Optional("of"),
                }
            );

    /// <summary>True for words in <c>cites</c> that can only be meant as an actor's slug.</summary>
    public static bool LooksLikeActor(string who) => CodebookRules.IsSlug(who) && who.Contains('-');

    private Cited? Cites(Fields f)
    {
        if (f.Has("cites") && !f.IsScalar("cites") && f.Mapping("cites") is { } both)
            return Part(both, new Cited(References.ResolveOptional(both, "actor", ActorKind.Instance), both.Optional("other")));
        if (f.Optional("cites") is not { } who)
            return null;
        if (References.TryGet(ActorKind.Instance, who, out var id))
            return new(id, null);
        if (LooksLikeActor(who))
            f.Complain($"cites: there is no actor “{who}”; anybody else is named in plain words, with a space or a capital.", "cites");
        return new(null, who);
    }

    private static bool Flag(Fields f, string name)
    {
        if (f.Term(name) is not { } text)
            return false;
        if (text is not ("true" or "false"))
            f.Complain($"{name} should be true or false, not “{text}”.", name);
        return text == "true";
    }

    private static TextPosition? Position(Fields f)
    {
        if (f.Term("position") is not { } text)
            return null;
        if (TextPosition.Parse(text) is { } position)
            return position;
        f.Complain($"position should be two numbers of characters, such as 120-145, not “{text}”.", "position");
        return null;
    }

    /// <summary>Keys with their labels, in order.</summary>
    public static IEnumerable<(string Key, string Label)> Labels(Fields f, string name) =>
        f.Mapping(name) is { } labels ? labels.Keys.ToList().Select(key => (Folding.Composed(key), labels.Text(key))).ToList() : [];

    public static DateOnly? Day(Fields f, string name)
    {
        if (f.Term(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        f.Complain($"{name} should be a day such as 2026-11-22, not “{text}”.", name);
        return null;
    }

    public static DateTime Moment(Fields f, string name)
    {
        var text = f.Term(name, required: true);
        if (
            DateTime.TryParseExact(text, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
            && moment.Kind == DateTimeKind.Utc
        )
            return moment;
        if (text is { Length: > 0 })
            f.Complain($"{name} should be a moment such as 2026-11-22T10:30:00Z, not “{text}”.", name);
        return default;
    }

    /// <summary>True where a field says <c>unknown</c>, or nothing.</summary>
    public static bool IsUnknown(Fields f, string name) => f.IsScalar(name) && f.Term(name) is null or "unknown";
}
