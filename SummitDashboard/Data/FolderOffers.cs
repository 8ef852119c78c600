using Microsoft.EntityFrameworkCore;
using SummitDashboard.Domain;

namespace SummitDashboard.Data;

/// <summary>An item that was changed both here and in the casebook folder, and is to be decided on.</summary>
/// <param name="Offered">The folder's document; "" where it removes the item.</param>
/// <param name="Theirs">The folder's version; null where it removes the item.</param>
public sealed record FolderOffer(string ItemId, ItemKind Kind, string Offered, Item? Theirs);

/// <summary>What the casebook folder offers and nobody has decided on yet.</summary>
public sealed class FolderOffers(IDbContextFactory<SummitDb> databases)
{
    public Task<List<FolderOffer>> List() => databases.Read<List<FolderOffer>>(db => [.. db.Seeds.AsNoTracking().Where(s => s.Offered != null).OrderBy(s => s.Kind).ThenBy(s => s.ItemId).AsEnumerable()
            .Select(s => new FolderOffer(s.ItemId, s.Kind, s.Offered!, s.Offered!.Length == 0 ? null : Documents.Read(s.Kind, s.Offered)))]);
}
