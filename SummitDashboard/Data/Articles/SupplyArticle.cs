using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Articles;

/// <summary>
/// Keeps an article that an editor uploaded or pasted and, where another was coded, makes it the source's from now on: both, or neither. A
/// file that was read becomes a source with its article in the same way, and is kept beside the text.
/// </summary>
/// <param name="Base">The source as the author found it; null where it is made with its article.</param>
/// <param name="Next">The source with this article; as it was where the article is the one that was coded.</param>
/// <param name="Content">The article's whole text; null of a source that was read from a reference, and waits for its article.</param>
public sealed record SupplyArticle(Source? Base, Source Next, string? Content) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => Base is null ? "source added" : "article";

    /// <summary>The file that it was read from, which waits among the <see cref="Imports"/>; null where there is none.</summary>
    public string? Import { get; init; }

    /// <summary>True where the others of its place in the order of writing stand one further (<see cref="PutSource"/>).</summary>
    public bool MakesRoom { get; init; }

    /// <summary>Hears of the article once it is on the disk, before any page does.</summary>
    internal Action<ArticleText>? Supplied { get; init; }

    /// <summary>Hears who took the file in, once it is on the disk, before any page does.</summary>
    internal Action<Author>? TakenIn { get; init; }

    internal override Plan Plan(Casebook casebook, WriteContext context) =>
        (MakesRoom ? (Edit)new PutSource(Base, Next) : new PutItem(Base, Next)).Plan(casebook, context);

    // Kept beside the casebook, and known by its hash.
    internal override IReadOnlyList<string> WriteBeside(Entry entry)
    {
        entry.Then(() => TakenIn?.Invoke(entry.Author));
        if (Content is null)
            return Imports.TakenUp(entry, Import ?? "") ? [] : [Imports.Gone];
        if (TextLibrary.Problem(Content) is { } problem)
            return [problem];
        var text = ArticleText.From(Content);
        entry.Db.Database.ExecuteSql(
            $"""
            INSERT INTO "Text" ("Sha256", "Content", "By", "At") VALUES ({text.Sha256}, {Content}, {entry.Author.Name}, {entry.Now})
            ON CONFLICT DO NOTHING
            """
        );
        if (Import is { } id && !Imports.KeepOriginal(entry, id, text.Sha256))
            return [Imports.Gone];
        entry.Then(() => Supplied?.Invoke(text));
        return [];
    }
}
