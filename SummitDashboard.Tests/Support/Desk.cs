using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Support;

/// <summary>A casebook folder opened in a database of its own, with an editor who may change it.</summary>
public sealed class Desk : IDbContextFactory<SummitDb>, IKnowsPeople
{
    public const string EditorId = "editor-1";
    private readonly string folder;

    /// <summary>Opens the casebook; <paramref name="data"/> is the folder for the database.</summary>
    public Desk(string seeds, string data)
    {
        folder = data;
        Options = new DataOptions(seeds, "no-texts", Path.Combine(data, "summit.db"));
        Store = new CasebookStore(this, Options, Spare.Door(this), TimeProvider.System, NullLogger<CasebookStore>.Instance);
        Store.Open();
    }

    public AuthorOf AuthorOf => (id, right) => id == EditorId && Rights.Allows(AccountRole.Editor, right) ? new(id, "Ada Ümlaut") : null;
    public ServerFolder Server => new(folder);
    public DataOptions Options { get; }
    public CasebookStore Store { get; }
    public Casebook Casebook => Store.Current;

    /// <summary>Carries an edit out for the editor; fails where it is not committed.</summary>
    public async Task Write(Edit edit, string? reason = null)
    {
        Assert.IsType<Outcome.Committed>(await Store.Write(edit, EditorId, reason));
    }

    /// <summary>Exports into a folder inside the data folder and returns it.</summary>
    public string Export(string name = "out", bool history = true)
    {
        var to = Path.Combine(folder, name);
        new CasebookExport(this, Options).Read(history, (_, files) => ExportFolder.Write(to, files));
        return to;
    }

    public SummitDb CreateDbContext() =>
        new(new DbContextOptionsBuilder<SummitDb>().UseSqlite($"Data Source={Options.DatabaseFile};Pooling=false").Options);
}
