using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Exchange;

/// <summary>
/// The casebook, as the database now holds it, as the files of a casebook folder. Articles' texts and accounts are never among them. Reads
/// one moment of the database, whoever writes to it meanwhile.
/// </summary>
public sealed class CasebookExport(IDbContextFactory<SummitDb> databases, DataOptions options)
{
    /// <summary>
    /// Hands the casebook and its files, one by one, to <paramref name="take"/>; they can be read until it returns. Throws
    /// <see cref="StartupException"/> where the database cannot be used.
    /// </summary>
    /// <param name="history">Whether the history is among the files.</param>
    /// <param name="notes">Whether talks have the notes of their presenters.</param>
    public T Read<T>(bool history, Func<Casebook, IEnumerable<CaseFile>, T> take, bool notes = true)
    {
        DatabaseFile.RequireCurrent(databases, options.DatabaseFile);
        T result = default!;
        DatabaseFile.Guard(options.DatabaseFile, () =>
        {
            using var db = databases.CreateDbContext();
            using var moment = db.BeginReading();
            if (!db.Revisions.Any())
                throw new StartupException(
                    $"The database {options.DatabaseFile} holds no casebook yet. Start the dashboard once: it loads "
                        + $"{options.CasebookFolder}."
                );
            var casebook = StoredCasebook.Read(moment.Connection!, moment, out var aside);
            if (aside.All.Count > 0)
                throw new StartupException($"Nothing was exported, since it would be incomplete. {aside.Words(options.DatabaseFile)}");
            if (!notes)
                casebook = casebook.With(casebook.Revision, [.. casebook.Talks.Select(t => new ItemChange(t, t.WithoutNotes()))]);
            var files = CaseFolderWriter.Files(casebook);
            result = take(casebook, history ? files.Append(new(HistoryFile.Name, stream => HistoryFile.Write(db, stream, notes))) : files);
        });
        return result;
    }
}
