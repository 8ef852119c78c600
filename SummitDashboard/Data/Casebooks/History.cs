using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>One revision of the casebook, as the history lists it.</summary>
/// <param name="At">UTC.</param>
/// <param name="Verb">What was done: <c>framing</c>, <c>claim added</c>, <c>undo</c> …</param>
/// <param name="Undoes">The revision that this one takes back.</param>
/// <param name="Items">How many items it changed.</param>
/// <param name="First">The first few of these changes, at most <see cref="History.Shown"/>: what was removed is known by name only from
/// them.</param>
public sealed record Revision(
    long Number,
    DateTime At,
    string By,
    string? AccountId,
    string? Reason,
    string Verb,
    long? Undoes,
    int Items,
    IReadOnlyList<ItemChange> First
);

/// <summary>Reading what was: revisions, what each changed, and the casebook as it stood.</summary>
public sealed class History(IDbContextFactory<SummitDb> databases, CasebookStore store, Troubles? troubles = null)
{
    /// <summary>How many changes of a revision are read to name them in a list.</summary>
    public const int Shown = 3;

    /// <summary>How many are, where the first of them are of sources that only moved.</summary>
    private const int ShownOfMoves = 40;

    /// <summary>How many old snapshots are kept at hand.</summary>
    private const int Most = 4;

    private readonly Lock gate = new(); // held to look something up, never while the past is worked out
    private readonly List<Casebook> old = [];
    private readonly SortedDictionary<(long Revision, string Item), string> unreadable = [];

    /// <summary>The newest revisions first, of one item if its id is given.</summary>
    /// <param name="before">Only revisions older than this one; null is from the newest on.</param>
    /// <param name="most">1 to 500.</param>
    public IReadOnlyList<Revision> List(int most, long? before = null, string? itemId = null)
    {
        using var db = databases.CreateDbContext();
        var rows = db.Revisions.AsNoTracking().Where(r => before == null || r.Number < before);
        if (itemId is not null)
            rows = rows.Where(r => db.Changes.Any(c => c.Revision == r.Number && c.ItemId == itemId));
        return Read(db, [.. rows.OrderByDescending(r => r.Number).Take(Math.Clamp(most, 1, 500))]);
    }

    /// <summary>One revision; null where there is none of this number.</summary>
    public Revision? Find(long number)
    {
        using var db = databases.CreateDbContext();
        return Read(db, [.. db.Revisions.AsNoTracking().Where(r => r.Number == number)]).SingleOrDefault();
    }

    /// <summary>
    /// What a revision did, item by item, what only moved last; fewer than it counts where a record cannot be read.
    /// </summary>
    public IReadOnlyList<ItemChange> ChangesOf(long number)
    {
        using var db = databases.CreateDbContext();
        return [.. Readable(db.Changes.AsNoTracking().Where(c => c.Revision == number)).OrderBy(Moves.Is)];
    }

    /// <summary>
    /// The casebook as it stood at a revision, worked out backwards from the newest; null where there is no such revision, or a record on
    /// the way to it cannot be read. Sources that still exist have the colours of today, by which they are known on every page. The few
    /// asked for last are kept. It may take long: pages ask for it in their turn (<c>HeavyReads</c>). Throws where the caller has left.
    /// </summary>
    public Casebook? AsOf(long number, CancellationToken left = default)
    {
        var current = store.Current;
        if (number == current.Revision)
            return current;
        if (number < 1 || number > current.Revision)
            return null;
        if (Kept(number) is { } known && ColouredAs(current, known) is { Count: 0 })
            return known;
        if (Backwards(number, current, left) is not { } steps)
            return null;
        known = current.With(number, steps);
        known = known.With(number, ColouredAs(current, known));
        lock (gate)
        {
            old.RemoveAll(c => c.Revision == number);
            old.Add(known);
            if (old.Count > Most)
                old.RemoveAt(0);
        }
        return known;
    }

    private static List<ItemChange> ColouredAs(Casebook current, Casebook then)
    {
        var changes = new List<ItemChange>();
        foreach (var source in then.Sources)
            if (current.Sources.TryGet(source.Id, out var now) && now.Colour != source.Colour)
                changes.Add(new(source, source with { Colour = now.Colour }));
        return changes;
    }

    /// <summary>True where <see cref="AsOf"/> has its answer at hand.</summary>
    public bool Has(long number) => number >= store.Current.Revision || number < 1 || Kept(number) is not null;

    private Casebook? Kept(long number)
    {
        lock (gate)
        {
            if (old.Find(c => c.Revision == number) is not { } known)
                return null;
            old.Remove(known);
            old.Add(known);
            return known;
        }
    }

    /// <summary>What changed between a revision and now, item by item: before is as it stood then, after as it stands.</summary>
    public IReadOnlyList<ItemChange> Since(long number) =>
        number >= 1 && Backwards(number, store.Current, default) is { } steps
            ? [.. steps.Select(c => new ItemChange(c.After, c.Before)).Where(c => !Documents.Same(c.Before, c.After))]
            : [];

    // For every item touched since, how it stood before its first change: the steps that lead back. Null where one of them cannot be read.
    private List<ItemChange>? Backwards(long number, Casebook current, CancellationToken left)
    {
        using var db = databases.CreateDbContext();
        var first = db
            .Changes.AsNoTracking()
            .Where(c => c.Revision > number && c.Revision <= current.Revision)
            .Where(c => !db.Changes.Any(e => e.ItemId == c.ItemId && e.Revision > number && e.Revision < c.Revision))
            .ToList();
        var read = Readable(
            first.Select(c =>
            {
                left.ThrowIfCancellationRequested();
                return new ChangeRow
                {
                    Revision = c.Revision,
                    ItemId = c.ItemId,
                    Kind = c.Kind,
                    Before = c.Before,
                    Schema = c.Schema,
                };
            })
        );
        if (read.Count < first.Count)
            return null;
        return
        [
            .. first
                .Zip(read, (c, then) => new ItemChange(current.Find(c.Kind, c.ItemId), then.Before))
                .Where(c => c.Before is not null || c.After is not null),
        ];
    }

    // One bad record is one bad record: it is left out and told.
    private List<ItemChange> Readable(IEnumerable<ChangeRow> rows)
    {
        var read = new List<ItemChange>();
        var found = new List<((long, string), string)>();
        foreach (var row in rows)
            if (Revisions.TryRead(row) is ({ } change, _))
                read.Add(change);
            else
                found.Add(((row.Revision, row.ItemId), Revisions.TryRead(row).Why!));
        if (found.Count > 0)
            Tell(found);
        return read;
    }

    private void Tell(List<((long, string), string)> found)
    {
        lock (unreadable)
        {
            foreach (var (record, why) in found.Where(_ => unreadable.Count < 100))
                unreadable[record] = why;
            troubles?.Say(
                "records of the history that cannot be read",
                "They are left as they are in the database and left out of what is shown; a revision with one cannot be taken back, "
                    + "and what came before it cannot be shown. Restore a backup from before the damage to have them again.\n"
                    + string.Join('\n', unreadable.Select(u => $"Revision {u.Key.Revision}, {u.Key.Item}: {u.Value}."))
            );
        }
    }

    private List<Revision> Read(SummitDb db, List<RevisionRow> rows)
    {
        var numbers = rows.Select(r => r.Number).ToList();
        var counts = db
            .Changes.Where(c => numbers.Contains(c.Revision))
            .GroupBy(c => c.Revision)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionary(g => g.Key, g => g.Count);
        return
        [
            .. rows.Select(r => new Revision(
                r.Number,
                DateTime.SpecifyKind(r.At, DateTimeKind.Utc),
                r.By,
                r.AccountId,
                r.Reason,
                r.Command,
                r.Undoes,
                counts.GetValueOrDefault(r.Number),
                First(db, r.Number, counts.GetValueOrDefault(r.Number))
            )),
        ];
    }

    // A list names what was done, and not what gave way to it.
    private List<ItemChange> First(SummitDb db, long number, int items)
    {
        List<ItemChange> Some(int most) =>
            Readable(
                db.Changes.AsNoTracking()
                    .Where(c => c.Revision == number)
                    .OrderBy(c => c.After == null ? 0 : 1)
                    .ThenBy(c => c.ItemId)
                    .Take(most)
            );
        var first = Some(Shown);
        if (!first.Exists(Moves.Is))
            return first;
        return [.. (items > Shown ? Some(ShownOfMoves) : first).OrderBy(Moves.Is).Take(Shown)];
    }
}
