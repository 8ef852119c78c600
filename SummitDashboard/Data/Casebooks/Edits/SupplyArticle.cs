using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Edits;

/// <summary>Keeps an article that an editor uploaded or pasted and, where another was coded, makes it the source's from now on: both, or neither.</summary>
/// <param name="Base">The source as the author found it.</param>
/// <param name="Next">The source with this article; as it was where the article is the one that was coded.</param>
/// <param name="Content">The article's whole text.</param>
public sealed record SupplyArticle(Source Base, Source Next, string Content) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => "article";

    internal override Plan Plan(Casebook casebook, WriteContext context) => new PutItem(Base, Next).Plan(casebook, context);
}
