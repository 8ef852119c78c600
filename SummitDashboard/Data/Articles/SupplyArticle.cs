using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Articles;

/// <summary>
/// Keeps an article that an editor uploaded or pasted and, where another was coded, makes it the source's from now on: both, or neither.
/// </summary>
/// <param name="Base">The source as the author found it.</param>
/// <param name="Next">The source with this article; as it was where the article is the one that was coded.</param>
/// <param name="Content">The article's whole text.</param>
public sealed record SupplyArticle(Source Base, Source Next, string Content) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => "article";

    /// <summary>Hears of the article once it is on the disk, before any page does.</summary>
    internal Action<ArticleText>? Supplied { get; init; }

    internal override Plan Plan(Casebook casebook, WriteContext context) => new PutItem(Base, Next).Plan(casebook, context);

    // Kept beside the casebook, and known by its hash.
    internal override IReadOnlyList<string> WriteBeside(Entry entry)
    {
        if (TextLibrary.Problem(Content) is { } problem)
            return [problem];
        var text = ArticleText.From(Content);
        entry.Db.Database.ExecuteSql(
            $"""
            INSERT INTO "Text" ("Sha256", "Content", "By", "At") VALUES ({text.Sha256}, {Content}, {entry.Author.Name}, {entry.Now})
            ON CONFLICT DO NOTHING
            """
        );
        entry.Then(() => Supplied?.Invoke(text));
        return [];
    }
}
