using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// A zip, or a document that is one, read in memory: nothing is written to a disk, and bytes are counted as they are unpacked, whatever the
/// zip says of their number.
/// </summary>
internal sealed class Unpacking : IDisposable
{
    /// <summary>Most bytes unpacked from one file.</summary>
    public const long MaxBytes = 128L * 1024 * 1024;

    /// <summary>Most entries.</summary>
    public const int MaxEntries = 10_000;

    private const int DeepestXml = 256;

    private readonly ZipArchive zip;
    private long left = MaxBytes;

    private Unpacking(ZipArchive zip) => this.zip = zip;

    /// <summary>The entries that are files.</summary>
    public IEnumerable<ZipArchiveEntry> Files => zip.Entries.Where(e => !e.FullName.EndsWith('/') && !e.FullName.EndsWith('\\'));

    /// <summary>Throws <see cref="UnreadableException"/> where it is no whole zip.</summary>
    public static Unpacking Open(byte[] bytes)
    {
        try
        {
            var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return zip.Entries.Count <= MaxEntries
                ? new(zip)
                : throw new UnreadableException($"It holds {zip.Entries.Count:N0} files; at most {MaxEntries:N0} are looked at.");
        }
        catch (InvalidDataException)
        {
            throw new UnreadableException(
                "It is cut off or damaged: its list of contents, at the end, is missing. Copy or fetch it again."
            );
        }
    }

    /// <summary>An entry by its path; null where there is none.</summary>
    public ZipArchiveEntry? Find(string path) => zip.GetEntry(path);

    /// <summary>The bytes of an entry. Throws <see cref="UnreadableException"/> where there are more than is allowed.</summary>
    public byte[] Read(ZipArchiveEntry entry, long most = MaxBytes)
    {
        if (entry.IsEncrypted)
            throw new UnreadableException("It is protected with a password. Unpack it with the password, and add what is in it.");
        try
        {
            using var from = entry.Open();
            var into = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = from.Read(buffer)) > 0; )
            {
                left -= read;
                if (left < 0 || into.Length + read > most)
                    throw new UnreadableException(
                        $"“{entry.Name}” in it unpacks to more than {Math.Min(most, MaxBytes) / 1024 / 1024} MiB, which no article does."
                    );
                into.Write(buffer, 0, read);
            }
            return into.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new UnreadableException($"“{entry.Name}” in it is damaged, or packed in a way that is not read. Save the file again.");
        }
    }

    /// <summary>An entry as XML; null where there is none.</summary>
    public XDocument? Xml(string path) => Find(path) is { } entry ? Xml(entry) : null;

    /// <summary>
    /// The elements of these local names in an entry, one after another, so that a long one is never in memory as a whole; none where there
    /// is no such entry.
    /// </summary>
    public IEnumerable<XElement> Elements(string path, params string[] names)
    {
        if (Find(path) is not { } entry)
            yield break;
        using var reader = Reader(Read(entry));
        while (Forward(reader, entry.Name))
        while (reader.NodeType == XmlNodeType.Element && names.Contains(reader.LocalName))
            if (Element(reader, entry.Name) is { } element)
                yield return element;
    }

    private static bool Forward(XmlReader reader, string name)
    {
        var isMore = Sound(name, reader.Read);
        return reader.Depth <= DeepestXml ? isMore : throw new UnreadableException($"“{name}” in it is nested deeper than any document.");
    }

    private static XElement? Element(XmlReader reader, string name) => Sound(name, () => XNode.ReadFrom(reader) as XElement);

    private static T Sound<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw new UnreadableException($"“{name}” in it is damaged ({e.Message}) Save the file again.");
        }
    }

    private XDocument Xml(ZipArchiveEntry entry)
    {
        var bytes = Read(entry);
        try
        {
            using (var depth = Reader(bytes))
                while (depth.Read())
                    if (depth.Depth > DeepestXml)
                        throw new UnreadableException($"“{entry.Name}” in it is nested deeper than any document.");
            using var reader = Reader(bytes);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            throw new UnreadableException($"“{entry.Name}” in it is damaged ({e.Message}) Save the file again.");
        }
    }

    // No entity is expanded, and nothing outside is asked for.
    private static XmlReader Reader(byte[] bytes) =>
        XmlReader.Create(
            new MemoryStream(bytes, writable: false),
            new()
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                MaxCharactersFromEntities = 1,
            }
        );

    public void Dispose() => zip.Dispose();
}
