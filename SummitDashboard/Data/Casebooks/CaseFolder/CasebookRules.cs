using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>The codebook's rules over a whole folder. What breaks one keeps the folder from being loaded.</summary>
internal static class CasebookRules
{
    public static void Check(CaseFolderContents contents)
    {
        var sources = contents.Sources.ToDictionary(s => s.Id);
        var context = new RuleContext(contents.Head, sources.GetValueOrDefault);
        Unique(contents, contents.Sources, s => s.Siglum, "siglum");
        Unique(contents, contents.Sources.Where(s => s.Article.IsKnown), s => s.Article.Sha256, "article.sha256");
        foreach (var (kind, item) in contents.Items())
            // Its reader has complained, with the line.
            if (kind != ItemKind.Casebook && (kind != ItemKind.Grade || sources.ContainsKey(((Grade)item).Source)))
                foreach (var (part, message, field) in CodebookRules.Of(item, context))
                    contents.Complain(item, part, message, field);
    }

    private static void Unique<T>(CaseFolderContents contents, IEnumerable<T> items, Func<T, string> key, string name)
        where T : Item
    {
        foreach (var twice in items.GroupBy(key, StringComparer.OrdinalIgnoreCase).Where(g => g.Key.Length > 0 && g.Count() > 1))
            contents.Complain(
                twice.Last(),
                twice.Last(),
                $"{name} {twice.Key} is also that of {twice.First().Slug}; each source has its own.",
                name.Split('.')[0]
            );
    }
}
