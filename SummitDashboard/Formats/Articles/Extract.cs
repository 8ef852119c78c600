using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>What a file may say of its article.</summary>
internal enum About
{
    Title,
    Byline,
    Publisher,
    Published,
    Language,
    Url,

    /// <summary>Whose program made the file: the author, or whoever typed it off.</summary>
    Maker,

    /// <summary>When the file was made, which is no earlier than the text.</summary>
    Made,
}

/// <summary>
/// A line of an article, with what the format says it is, null where it says nothing; <paramref name="IsLinks"/> where all of it leads
/// elsewhere, and how large it stands among the others where the format tells: in points of a PDF, by the rank of a page’s headings.
/// </summary>
internal sealed record Line(string Text, ParagraphKind? Kind = null, bool IsLinks = false, double Size = 0);

/// <summary>Something that a file says, and where in it: <c>meta og:title</c>.</summary>
internal sealed record Said(About About, string Value, string Where);

/// <summary>What the reader of one format takes from a file, before anything is proposed.</summary>
internal sealed class Extract
{
    // Whom a program names where nobody has said who is at it.
    private static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase)
    {
        "user",
        "users",
        "admin",
        "administrator",
        "root",
        "guest",
        "owner",
        "author",
        "default",
        "unknown",
        "unknown author",
        "anonymous",
        "pc",
        "windows user",
        "microsoft",
        "microsoft office user",
        "office user",
        "libreoffice",
        "openoffice",
        "python-docx",
        "apache poi",
        "docx4j",
        "benutzer",
        "utilisateur",
        "usuario",
        "utente",
        "пользователь",
        "администратор",
        "사용자",
        "관리자",
        "用户",
        "管理员",
        "ユーザー",
        "مستخدم",
    };

    public required string Reader { get; init; }
    public string? Encoding { get; init; }
    public List<Line> Lines { get; init; } = [];

    /// <summary>The likeliest first.</summary>
    public List<Said> Said { get; } = [];
    public List<string> Notices { get; } = [];
    public List<string> LeftOut { get; } = [];

    /// <summary>Where a word may go on at a line end.</summary>
    public List<WordSeam> Seams { get; } = [];
    public bool HasWhole { get; set; }

    /// <summary>What the file says with marks that cannot be seen, which are taken out.</summary>
    public HashSet<About> Marked { get; } = [];

    /// <summary>How large a line stands; 0 where nothing tells.</summary>
    public double SizeOf(int line) => line < Lines.Count ? Lines[line].Size : 0;

    /// <summary>Notes what the file says, unless it is empty, or an author that is a program’s default.</summary>
    public void Says(About about, string? value, string where)
    {
        var tidy = Tidy.Line(value ?? "");
        var seen = Oddities.Without(tidy);
        if (seen.Length == 0 || about is About.Byline or About.Maker && Nobody.Contains(seen))
            return;
        Said.Add(new(about, seen, where));
        if (seen != tidy)
            Marked.Add(about);
    }
}
