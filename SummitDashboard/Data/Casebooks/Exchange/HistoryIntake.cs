using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Data.Casebooks.Exchange;

/// <summary>Taking over the history that a casebook folder brings. A database that has one of its own keeps to that.</summary>
internal static class HistoryIntake
{
    private const int AtOnce = 100;

    /// <summary>What is wrong with a folder's history file; null where there is none, or nothing is.</summary>
    public static Problem? Problem(string folder)
    {
        try
        {
            var replay = new Replay();
            foreach (var revision in Recorded(folder))
                replay.Apply(revision);
            return null;
        }
        catch (HistoryException e)
        {
            return e.Problem;
        }
    }

    /// <summary>
    /// Writes the recorded revisions, and the items as they leave them, into a database without any, inside the caller's transaction.
    /// Throws <see cref="StartupException"/> for a file that is no history.
    /// </summary>
    public static void Take(SummitDb db, string folder)
    {
        if (db.Revisions.Any())
            return;
        try
        {
            var replay = new Replay();
            foreach (var some in Recorded(folder).Chunk(AtOnce))
            {
                foreach (var revision in some)
                {
                    replay.Apply(revision);
                    db.Revisions.Add(revision.Row);
                    db.Changes.AddRange(
                        revision.Changes.Select(c => new ChangeRow
                        {
                            Revision = revision.Row.Number,
                            ItemId = c.Id,
                            Kind = c.Kind,
                            Before = c.Before is null ? null : Documents.Write(c.Before),
                            After = c.After is null ? null : Documents.Write(c.After),
                            Schema = Documents.Schema,
                        })
                    );
                }
                db.SaveChanges();
                db.ChangeTracker.Clear();
            }
            Keep(db, replay);
        }
        catch (HistoryException e)
        {
            throw new StartupException(
                $"The casebook in {folder} brings a history that cannot be used; nothing was loaded.\n  {e.Problem}\nMend the line, "
                    + $"or take {HistoryFile.Name} away: the casebook then begins a history of its own.",
                e
            );
        }
    }

    private static IEnumerable<RecordedRevision> Recorded(string folder)
    {
        var path = Path.Combine(folder, HistoryFile.Name);
        return File.Exists(path) ? HistoryFile.Read(path) : [];
    }

    // What the history ends with counts as what the folder said: what its files say beyond that is taken over as the next revision.
    private static void Keep(SummitDb db, Replay replay)
    {
        foreach (var (item, version) in replay.Items.Values)
        {
            var (kind, json) = (Domain.Kinds.Of(item).Number, Documents.Write(item));
            db.Items.Add(
                new()
                {
                    Id = item.RawId,
                    Kind = kind,
                    Slug = item.Slug,
                    Version = version,
                    Json = json,
                }
            );
            db.Seeds.Add(
                new()
                {
                    ItemId = item.RawId,
                    Kind = kind,
                    Json = json,
                }
            );
        }
        db.SlugAliases.AddRange(
            replay.Aliases.Select(a => new SlugAliasRow
            {
                Kind = a.Key.Kind,
                Slug = a.Key.Slug,
                ItemId = a.Value,
            })
        );
        db.SaveChanges();
        db.ChangeTracker.Clear();
    }
}
