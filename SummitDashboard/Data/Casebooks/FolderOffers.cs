using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>An item that was changed both here and in the casebook folder, and is to be decided on.</summary>
/// <param name="Offered">The folder's document; "" where it removes the item.</param>
/// <param name="Theirs">The folder's version; null where it removes the item.</param>
public sealed record FolderOffer(string ItemId, ItemKind Kind, string Offered, Item? Theirs);

/// <summary>What the casebook folder offers and nobody has decided on yet.</summary>
public sealed class FolderOffers(IDbContextFactory<SummitDb> databases, Troubles? troubles = null)
{
    /// <summary>By kind; one whose record cannot be read is left out and told.</summary>
    public Task<List<FolderOffer>> List() =>
        databases.Read<SummitDb, List<FolderOffer>>(db =>
        {
            List<FolderOffer> all =
            [
                .. db
                    .Seeds.AsNoTracking()
                    .Where(s => s.Offered != null)
                    .OrderBy(s => s.Kind)
                    .ThenBy(s => s.ItemId)
                    .AsEnumerable()
                    .Select(s => new FolderOffer(
                        s.ItemId,
                        s.Kind,
                        s.Offered!,
                        s.Offered!.Length == 0 ? null : Documents.TryRead(s.Kind, s.Offered)
                    )),
            ];
            var unreadable = all.Where(o => o.Offered.Length > 0 && o.Theirs is null).ToList();
            if (unreadable.Count > 0)
                troubles?.Say(
                    "offers of the casebook folder that cannot be read",
                    "They are left out of what waits for a decision. Change these files, or write them again, and start the "
                        + $"dashboard: {string.Join(", ", unreadable.Select(o => $"{o.Kind} {o.ItemId}"))}."
                );
            return [.. all.Except(unreadable)];
        });
}
