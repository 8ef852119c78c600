using SummitDashboard.Domain;
using SummitDashboard.Forms;

namespace SummitDashboard.Features.Editing;

/// <summary>A source as fields.</summary>
public sealed class SourceFields : ItemFields
{
    public string Name { get; set; } = "";
    public string Siglum { get; set; } = "";
    public string Order { get; set; } = "";
    public string Colour { get; set; } = "";

    /// <summary>With commas between them.</summary>
    public string Tags { get; set; } = "";
    public FactFields Title { get; set; } = new();
    public FactFields Byline { get; set; } = new();
    public FactFields Publisher { get; set; } = new();
    public FactFields Published { get; set; } = new();
    public FactFields Language { get; set; } = new();
    public FactFields Url { get; set; } = new();
    public FactFields ArchivedUrl { get; set; } = new();
    public FactFields Retrieved { get; set; } = new();
    public WrittenFields Written { get; set; } = new();
    public List<ParagraphFields> Paragraphs { get; set; } = [];

    /// <summary>The fact of a field.</summary>
    internal FactFields Of(string name) =>
        (FactFields)typeof(SourceFields).GetProperty(char.ToUpperInvariant(name[0]) + name[1..])!.GetValue(this)!;
}

/// <summary>Something known about a source, and on what it rests.</summary>
public class FactFields
{
    public string Value { get; set; } = "";
    public Basis? Basis { get; set; }
    public string Paragraph { get; set; } = "";
    public string Words { get; set; } = "";
    public string Note { get; set; } = "";

    /// <summary>True where something is said of what is not there.</summary>
    internal virtual bool RestsOnNothing => Basis is not null || Paragraph.Length > 0 || Words.Length > 0 || Note.Length > 0;
}

/// <summary>When a source was written: EDTF, as it was typed, and the events before and after, by id.</summary>
public sealed class WrittenFields : FactFields
{
    public string Before { get; set; } = "";
    public string After { get; set; } = "";

    internal override bool RestsOnNothing => base.RestsOnNothing || Before.Length > 0 || After.Length > 0;
}
