using System.Text;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>One casebook file as it is written: fields between two lines <c>---</c>, then the note.</summary>
internal sealed class FileText
{
    private readonly StringBuilder text = new("---\n");

    /// <summary>A field on a line of its own, indented by so many spaces; left out where there is no value.</summary>
    public FileText Field(string name, string? value, int indent = 0)
    {
        if (value is not null)
            text.Append(' ', indent).Append(name).Append(": ").Append(value).Append('\n');
        return this;
    }

    /// <summary>
    /// A field whose entries follow on lines of their own, each beginning with <c>- </c>; an empty list where there are none.
    /// </summary>
    public FileText Entries(string name, IEnumerable<string> entries, int indent = 0)
    {
        var all = entries.ToList();
        if (all.Count == 0)
            return Field(name, "[]", indent);
        Open(name, indent);
        foreach (var entry in all)
            text.Append(' ', indent + 2).Append("- ").Append(entry).Append('\n');
        return this;
    }

    /// <summary>A field whose own fields follow on deeper lines.</summary>
    public FileText Open(string name, int indent = 0)
    {
        text.Append(' ', indent).Append(name).Append(":\n");
        return this;
    }

    /// <summary>An entry of several lines: its first field.</summary>
    public FileText First(string name, string value, int indent = 2)
    {
        text.Append(' ', indent).Append("- ").Append(name).Append(": ").Append(value).Append('\n');
        return this;
    }

    /// <summary>The whole file. A note that plain lines cannot hold (other line ends, blank lines at an end) becomes a field.</summary>
    public string End(string note)
    {
        var plain = !note.Contains('\r') && note.Trim('\n').Length == note.Length;
        if (!plain)
            Field("note", YamlText.Prose(note));
        text.Append("---\n");
        if (plain && note.Length > 0)
            text.Append(note).Append('\n');
        return text.ToString();
    }
}
