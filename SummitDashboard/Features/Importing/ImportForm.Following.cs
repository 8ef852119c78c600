using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>
/// Fields that follow from others: while nobody has typed in one, it is made anew where what it follows from is corrected. What cannot be
/// read on the way, as a date that is being mistyped, changes nothing, and nothing that was emptied with it is lost.
/// </summary>
public sealed partial class ImportForm
{
    // From which others follow.
    private static readonly HashSet<string> Led = ["published", "publisher", "byline"];

    // As it was last made here.
    private readonly Dictionary<string, string> made = [];

    /// <summary>The fields that follow from this one and were not typed in, before it is changed.</summary>
    public IReadOnlySet<string> Followers(string name, ImportFields now, Casebook casebook)
    {
        if (!Led.Contains(name))
            return new HashSet<string>();
        foreach (var (field, value) in Following(now, casebook))
            if (value is not null && value == Forms.Fields.Get(now, field))
                made[field] = value;
        return made.Where(m => m.Value == Forms.Fields.Get(now, m.Key)).Select(m => m.Key).ToHashSet();
    }

    /// <summary>Those fields as they are to be, now that the other is changed; without what cannot be told.</summary>
    public IReadOnlyList<(string Field, string Value)> Followed(IReadOnlySet<string> followers, ImportFields now, Casebook casebook)
    {
        var next = new List<(string, string)>();
        if (followers.Count > 0)
            foreach (var (field, value) in Following(now, casebook).Where(f => followers.Contains(f.Field)))
                if (value is not null && value != Forms.Fields.Get(now, field))
                {
                    made[field] = value;
                    next.Add((field, value));
                }
        return next;
    }

    /// <summary>Whether a field has what followed from others, and nobody typed.</summary>
    public bool IsMade(string name, string value) => made.TryGetValue(name, out var last) && last == value;

    // What follows from the fields as they stand; null where it cannot be told.
    private (string Field, string? Value)[] Following(ImportFields f, Casebook casebook)
    {
        var title = FieldReader.Optional(f.Title) ?? Untitled;
        var (publisher, day) = (FieldReader.Optional(f.Publisher), FieldReader.DateText(f.Published));
        var isReadable = day is null || Edtf.TryParse(day, out _, out _);
        var paper = HasText ? publisher : null;
        var facts = reading.Facts with { Published = day is null ? null : new(day, Basis.Inferred) };
        return
        [
            ("written", isReadable ? WrittenBy(f.Published) : null),
            ("name", isReadable ? NameOf(title, paper, facts, casebook) : null),
            ("siglum", SiglumOf(title, paper, FieldReader.Optional(f.Byline), publisher, casebook)),
        ];
    }
}
