using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>Names that items had before: old links lead on.</summary>
public sealed class SlugAliases(IDbContextFactory<SummitDb> databases, CasebookStore store)
{
    /// <summary>The present name of the item that was once called so; null where there was none, or it is gone.</summary>
    public async Task<string?> NowOf(ItemKind kind, string slug) =>
        !CodebookRules.IsSlug(slug) ? null
        : await databases.Read(db => db.SlugAliases.AsNoTracking().SingleOrDefault(a => a.Kind == kind && a.Slug == slug)) is { } alias
            ? store.Current.Find(kind, alias.ItemId)?.Slug
        : null;

    /// <summary>Every name that an item which is still here had before.</summary>
    public async Task<IReadOnlySet<(ItemKind Kind, string Slug)>> Former()
    {
        var rows = await databases.Read(db => db.SlugAliases.AsNoTracking().ToList());
        return rows.Where(a => store.Current.Find(a.Kind, a.ItemId) is not null).Select(a => (a.Kind, a.Slug)).ToHashSet();
    }
}
