using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Casebooks.Edits;

/// <summary>Paths into documents, as people say them.</summary>
public static class PathLabels
{
    /// <summary><c>framings/4f2a…/gloss</c> as “the framing of Br, gloss”.</summary>
    public static string Of(string path, Casebook casebook)
    {
        var parts = path.Split('/');
        return parts is ["framings", var id, .. var rest]
                ? "the framing of "
                    + (
                        casebook.Sources.TryGet(new SourceId(id), out var source)
                            ? WritingDirection.Isolated(source.Siglum)
                            : "a source that is gone"
                    )
                    + $"{(rest.Length > 0 ? ", " + string.Join(' ', rest) : "")}"
            : parts is ["paragraphs", var number, ..] ? $"paragraph {number}"
            : string.Join(' ', parts);
    }
}
