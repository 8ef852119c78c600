using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Support;

/// <summary>A store on a real database file of its own, without a server: the shipped casebook, or the folder given.</summary>
public sealed class TestStore : IDisposable, IDbContextFactory<SummitDb>, IKnowsPeople
{
    private readonly TempFolder folder = new();
    private readonly DbContextOptions<SummitDb> options;
    private readonly ConcurrentDictionary<string, (string Name, AccountRole? Role)> people = new();

    /// <param name="timeout">Seconds to wait for a lock that another process holds.</param>
    public TestStore(string? seeds = null, bool pooling = false, int timeout = 30)
        : this(_ => seeds ?? Repo.Seeds, pooling, timeout) { }

    /// <summary>A store on a casebook of any size.</summary>
    public TestStore(SyntheticCasebook casebook, bool pooling = false)
        : this(casebook.Store, pooling, 30) { }

    /// <param name="seeds">Prepares the folder, and <c>data/summit.db</c> in it where there is to be one already; returns the casebook's
    /// folder.</param>
    public TestStore(Func<TempFolder, string> seeds, bool pooling = false, int timeout = 30)
    {
        File = Path.Combine(folder.Sub("data"), "summit.db");
        options = new DbContextOptionsBuilder<SummitDb>()
            .UseSqlite($"Data Source={File};Pooling={pooling};Default Timeout={timeout}")
            .Options;
        Seeds = seeds(folder);
        if (Seeds == Repo.Seeds)
            ShippedDatabase.CopyTo(folder.Sub("data"));
        Store = Open();
        History = new(this, Store);
    }

    public string File { get; }
    public string Seeds { get; }
    public CasebookStore Store { get; private set; }
    public History History { get; private set; }
    public Casebook Casebook => Store.Current;

    public SummitDb CreateDbContext() => new(options);

    /// <summary>Another store on the same file, as another process would have.</summary>
    public CasebookStore Open()
    {
        var store = new CasebookStore(
            this,
            new DataOptions(Seeds, "no-texts", File),
            Spare.Door(this),
            TimeProvider.System,
            NullLogger<CasebookStore>.Instance
        );
        store.Open();
        return store;
    }

    /// <summary>Makes an account with this role; returns its id.</summary>
    public string Person(string name, AccountRole role, bool disabled = false)
    {
        var id = Guid.NewGuid().ToString();
        people[id] = (name, disabled ? null : role);
        return id;
    }

    /// <summary>Gives somebody another role.</summary>
    public void SetRole(string id, AccountRole role) => people[id] = (people[id].Name, role);

    /// <summary>As the server’s database would say.</summary>
    public AuthorOf AuthorOf =>
        (id, right) => people.TryGetValue(id, out var person) && Rights.Allows(person.Role, right) ? new(id, person.Name) : null;

    /// <summary>Writes, and expects it to be committed.</summary>
    public async Task<long> Commit(Edit edit, string by, string? reason = null) =>
        Assert.IsType<Outcome.Committed>(await Store.Write(edit, by, reason)).Revision;

    /// <summary>Expects of what is done that the snapshot, the items, the history and the names stay as they were.</summary>
    public async Task WritesNothing(Func<Task> done)
    {
        var (snapshot, rows) = (Casebook, Rows());
        await done();
        Assert.Same(snapshot, Casebook);
        Assert.Equal(rows, Rows());

        string Rows()
        {
            using var db = CreateDbContext();
            return string.Join(
                '\n',
                db.Items.OrderBy(i => i.Id)
                    .Select(i => $"{i.Id} {i.Slug} {i.Version} {i.Json}")
                    .AsEnumerable()
                    .Concat([
                        $"{db.Revisions.Count()} {db.Changes.Count()} {db.SlugAliases.Count()} {db.Seeds.Count(s => s.Offered != null)}",
                    ])
            );
        }
    }

    public void Dispose() => folder.Dispose();
}
