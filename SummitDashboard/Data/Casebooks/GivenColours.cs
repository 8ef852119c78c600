using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>
/// Colours for sources that were written before colours were kept: they get the ones in which they were shown, by their place in the order
/// of writing, once, at the opening.
/// </summary>
internal static class GivenColours
{
    /// <summary>Writes at most one revision, inside the caller’s transaction. What cannot be read is left alone.</summary>
    public static void Give(SummitDb db, IDbContextTransaction transaction, DateTime now)
    {
        if (!db.Items.Any(i => i.Kind == ItemKind.Source && !i.Json.Contains("\"colour\":")))
            return;
        var (items, aside) = StoredItems.Read(db.Database.GetDbConnection(), transaction.GetDbTransaction());
        var sources = items.OfType<Source>().ToDictionary(s => s.Id);
        var changes = SourceColours
            .Given(sources.Values, [])
            .Where(s => !aside.Has(s.RawId) && s.Colour != sources[s.Id].Colour)
            .Select(s => new ItemChange(sources[s.Id], s))
            .ToList();
        if (changes.Count > 0)
            Revisions.Append(
                db,
                (db.Revisions.Max(r => (long?)r.Number) ?? 0) + 1,
                now,
                Author.Dashboard,
                "colours given",
                null,
                null,
                changes
            );
    }
}
