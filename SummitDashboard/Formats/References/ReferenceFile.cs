using System.Text.Json;
using SummitDashboard.Formats.Articles;

namespace SummitDashboard.Formats.References;

/// <summary>A bibliography: works without their texts, each of which may become a source that waits for its article.</summary>
public static class ReferenceFile
{
    /// <summary>Its entries. Throws <see cref="UnreadableException"/>.</summary>
    public static IReadOnlyList<Reference> Read(FileFormat format, byte[] bytes)
    {
        var (text, _) = Encodings.Read(bytes, null);
        try
        {
            List<Reference> entries =
            [
                .. format switch
                {
                    FileFormat.Ris => Ris.Read(text),
                    FileFormat.BibTex => BibTex.Read(text),
                    _ => CslJson.Read(text),
                },
            ];
            return entries.Count > 0 ? entries : throw new UnreadableException("It holds no entry of a bibliography.");
        }
        catch (JsonException e)
        {
            throw new UnreadableException($"It is no JSON: {e.Message}");
        }
    }

    internal static Extract ReadOne(FileFormat format, byte[] bytes)
    {
        var entry = Read(format, bytes)[0];
        var name = FileFormats.NameOf(format);
        var extract = new Extract { Reader = name };
        extract.Says(About.Title, entry.Title, $"{name}, title");
        extract.Says(About.Byline, string.Join(", ", entry.Authors), $"{name}, author");
        extract.Says(About.Publisher, entry.PublishedIn, $"{name}, where it was published");
        extract.Says(About.Published, entry.Date, $"{name}, date");
        extract.Says(About.Language, entry.Language, $"{name}, language");
        extract.Says(About.Url, entry.Url, $"{name}, address");
        if (entry.Url is null && Doi.In(entry.Doi) is { } doi)
            extract.Says(About.Url, Doi.Address(doi), $"{name}, DOI");
        return extract;
    }
}
