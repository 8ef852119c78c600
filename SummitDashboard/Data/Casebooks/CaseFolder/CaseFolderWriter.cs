using System.Text;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>One file of a casebook folder.</summary>
/// <param name="Path">Inside the folder, with <c>/</c>.</param>
/// <param name="WriteTo">Writes its content: UTF-8, line ends <c>\n</c>.</param>
public sealed record CaseFile(string Path, Action<Stream> WriteTo)
{
    /// <summary>The whole content at once.</summary>
    public byte[] Content()
    {
        using var memory = new MemoryStream();
        WriteTo(memory);
        return memory.ToArray();
    }
}

/// <summary>
/// Writes a casebook as the Markdown files that <see cref="CaseFolderReader"/> reads (docs/casebook-format.md), in one spelling only: equal
/// casebooks give equal bytes. It holds no article's text and nobody's account.
/// </summary>
public static class CaseFolderWriter
{
    /// <summary>
    /// Every file, made up one by one as it is asked for: the head, then kind by kind in the order of slugs, then the grades.
    /// </summary>
    public static IEnumerable<CaseFile> Files(Casebook casebook)
    {
        var parts = new PartWriter(casebook);
        return from kind in KindFiles.All
            from file in kind.Write(casebook, parts)
            select new CaseFile(file.Path, stream => stream.Write(Encoding.UTF8.GetBytes(file.Text)));
    }
}
