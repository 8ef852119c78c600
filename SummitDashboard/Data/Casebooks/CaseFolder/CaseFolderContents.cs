using System.Runtime.CompilerServices;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Everything that a casebook folder holds, and everything that is wrong with it.</summary>
public sealed class CaseFolderContents
{
    private readonly ConditionalWeakTable<object, LineMark> lines = [];
    internal readonly Dictionary<string, string> Files = [];

    internal List<CasebookHead> Heads { get; } = [];
    public CasebookHead? Head => Heads.FirstOrDefault();
    public List<Source> Sources { get; } = [];
    public List<Actor> Actors { get; } = [];
    public List<Event> Events { get; } = [];
    public List<Claim> Claims { get; } = [];
    public List<Grade> Grades { get; } = [];
    public List<Talk> Talks { get; } = [];
    public List<SourceSet> Sets { get; } = [];

    /// <summary>In the order of files and lines. A folder with problems is not loaded at all.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>
    /// Files beside the casebook's that are passed over and look as if they held something; they keep nothing from being loaded.
    /// </summary>
    public List<Problem> PassedOver { get; } = [];

    /// <summary>A folder without any file of a casebook: the start of one.</summary>
    public bool IsEmpty { get; internal set; }

    /// <summary>The items, head first, kind by kind.</summary>
    public IEnumerable<Item> Items() => KindFiles.All.SelectMany(file => file.In(this));

    /// <summary>The casebook; only of a folder without problems.</summary>
    public Casebook ToCasebook(long revision) => Casebook.Of(revision, [.. Items()]);

    /// <summary>The line on which an item or a part of one stood; 0 where it is not known.</summary>
    public int LineOf(object part, string? field = null) =>
        !lines.TryGetValue(part, out var mark) ? 0
        : field is null ? mark.Line
        : mark.Fields.LineOf(field);

    /// <summary>Notes where a part stood; what was noted first holds.</summary>
    internal void Note(object part, Fields fields, int? line = null)
    {
        if (!lines.TryGetValue(part, out _))
            lines.Add(part, new(line ?? fields.Line, fields));
    }

    internal void Complain(Item item, Finding finding) => Complain(item, finding.Part, finding.Message, finding.Field);

    internal void Complain(Item item, object part, string message, string? field = null) =>
        Problems.Add(new(Files.GetValueOrDefault(item.RawId, ""), LineOf(part, field), message));

    private sealed record LineMark(int Line, Fields Fields);
}
