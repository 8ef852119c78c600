using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>What a paragraph of a source does, as fields.</summary>
public sealed class ParagraphFields
{
    public ParagraphKind? Kind { get; set; }
    public string Gist { get; set; } = "";
    public string Boilerplate { get; set; } = "";

    /// <summary>True for a row in which nothing stands.</summary>
    internal bool IsEmpty => Kind is null && Gist.Length == 0 && Boilerplate.Length == 0;

    public static ParagraphFields Of(ParagraphNote note) =>
        new()
        {
            Kind = note.Kind,
            Gist = note.Gist,
            Boilerplate = note.Boilerplate ?? "",
        };

    /// <summary>Of a line of an older draft: kind | what it does | boilerplate.</summary>
    public static ParagraphFields OfOld(string line)
    {
        var parts = OldTexts.Parts(line, '|');
        return new()
        {
            Kind = Vocabulary.TryRead<ParagraphKind>(parts[0], out var kind) ? kind : null,
            Gist = parts.ElementAtOrDefault(1) ?? "",
            Boilerplate = string.Join(" | ", parts.Skip(2)),
        };
    }

    public ParagraphNote Read(int number, string name, FieldReader reader)
    {
        var kind = reader.Chosen($"{name}.kind", $"Paragraph {number}, kind", Kind);
        return new(number, kind, FieldReader.Optional(Gist) ?? "", FieldReader.Optional(Boilerplate));
    }
}
