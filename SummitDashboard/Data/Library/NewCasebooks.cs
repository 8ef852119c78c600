using System.Text;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Library;

/// <summary>
/// Begins casebooks: new ones, copies, and those that a folder or a zip holds. Each is a casebook folder, opened as every other is; a
/// folder with problems is not taken, and nothing of it is left behind.
/// </summary>
public sealed partial class NewCasebooks(CasebookLibrary library, DatabaseOptions settings, TimeProvider clock)
{
    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitle = 200;

    private const int ProblemsShown = 20;

    /// <summary>A casebook with a head and nothing else; all that it has by default can be changed later.</summary>
    /// <param name="by">The account that asks, which has to own the server.</param>
    /// <param name="day">A day or an interval, EDTF; null or "" where it is said later.</param>
    public async Task<Outcome> Begin(string? by, string title, string? day, Readers? readers)
    {
        title = title.Trim();
        if (Unfit(title) is { } why)
            return No(why);
        var visit = VisitOf(day?.Trim() ?? "");
        if (visit is null && !string.IsNullOrWhiteSpace(day))
            return No($"“{day}” is no day: write 2031-05-14, or 2031-05-14/2031-05-16 for several.");
        var head = NewHead.Of(visit) with { Title = title, Headline = title, Words = DefaultWords.All };
        return await library.Begin(
            by,
            title,
            row => row.Readers = readers,
            (folder, _) =>
            {
                Write(folder, Casebook.Of(1, [head]));
                Fit(Path.Combine(folder, ServerFolder.FilesName), "The casebook");
            }
        );
    }

    /// <summary>A casebook folder on this machine, which is read where it lies, at each opening.</summary>
    public async Task<Outcome> OpenFolder(string? by, string path, Readers? readers)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(path))
            return No($"There is no folder {path}.");
        if (library.All.Any(c => c.Deleted is null && Files.Real(library.PlaceOf(c).CasebookFolder) == Files.Real(path)))
            return No($"The folder {path} is open already.");
        var contents = CaseFolderReader.Read(path);
        if (Problem(contents, path, path) is { } problem)
            return No(problem);
        return await library.Begin(
            by,
            contents.Head!.Title,
            row => (row.Folder, row.Readers) = (path, readers),
            (folder, _) =>
            {
                TakeOriginals(path, folder);
                Try(folder, contents, path);
            }
        );
    }

    /// <summary>A casebook that was exported, here or on another server, as one zip.</summary>
    public async Task<Outcome> OpenZip(string? by, Stream zip, Readers? readers)
    {
        try
        {
            using var aside = await Task.Run(library.Aside);
            var unpacked = Path.Combine(aside.Path, ServerFolder.FilesName);
            if (await Task.Run(() => CasebookZip.Unpack(zip, unpacked)) is { } unreadable)
                return No(unreadable);
            var contents = CaseFolderReader.Read(unpacked);
            if (Problem(contents, unpacked, "The zip") is { } problem)
                return No(problem);
            return await library.Begin(
                by,
                contents.Head!.Title,
                row => row.Readers = readers,
                (folder, _) => Try(folder, contents, MoveInto(folder, unpacked))
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Outcome.Failed($"The zip could not be unpacked: {e.Message.TrimEnd('.')}. Nothing was taken over.");
        }
    }

    private CasebookExport Export(DataOptions place) => new(Databases(place), place);

    private DbFactory<SummitDb> Databases(DataOptions place) => new(place.DatabaseFile, settings, options => new(options));

    private static ExportResult Write(string folder, Casebook casebook) =>
        ExportFolder.Write(Path.Combine(folder, ServerFolder.FilesName), CaseFolderWriter.Files(casebook));

    private static string? Problem(CaseFolderContents contents, string folder, string called)
    {
        if (HistoryIntake.Problem(folder) is { } history)
            contents.Problems.Add(history);
        if (OriginalFiles.Problem(folder) is { } original)
            contents.Problems.Add(original);
        return contents.Problems.Count > 0
                ? $"{called} has {contents.Problems.Count} {(contents.Problems.Count == 1 ? "problem" : "problems")}; nothing was taken "
                    + $"over.\n{string.Join('\n', contents.Problems.Take(ProblemsShown))}"
                    + (contents.Problems.Count > ProblemsShown ? $"\n… and {contents.Problems.Count - ProblemsShown} more" : "")
            : contents.Head is null ? $"{called} holds no casebook: there is no casebook.md in it."
            : null;
    }

    private string MoveInto(string folder, string unpacked)
    {
        TakeOriginals(unpacked, folder);
        if (OriginalFiles.AreIn(unpacked))
        {
            // The database has them now.
            File.Delete(Path.Combine(unpacked, OriginalFiles.ListName));
            if (Path.Combine(unpacked, OriginalFiles.Folder) is var files && Directory.Exists(files))
                Directory.Delete(files, recursive: true);
        }
        var to = Path.Combine(folder, ServerFolder.FilesName);
        Directory.Delete(to);
        Directory.Move(unpacked, to);
        return to;
    }

    // What lies in a folder by now, which is refused where the first opening would refuse it, or lose a part of it.
    private static CaseFolderContents Fit(string files, string called)
    {
        var contents = CaseFolderReader.Read(files);
        return Problem(contents, files, called) is { } problem ? throw new UnfitCasebookException(problem) : contents;
    }

    // Its first opening, of which nothing is kept: with a history, more decides than what stands in the files.
    private void Try(string folder, CaseFolderContents contents, string files) =>
        InDatabase(
            folder,
            db =>
                RequireHead(() =>
                    Opening.Take(db, db.Database.CurrentTransaction!, files, contents, clock.GetUtcNow().UtcDateTime, isNew: true)
                ),
            isTrial: true
        );

    private static void RequireHead<T>(Func<T> open)
    {
        try
        {
            open();
        }
        catch (HeadMissingException)
        {
            throw new UnfitCasebookException(
                "Its title page (title, phases and themes) cannot be taken over together with the rest of it. Nothing was begun."
            );
        }
    }

    private void TakeOriginals(string from, string folder)
    {
        if (OriginalFiles.AreIn(from))
            InDatabase(folder, db => OriginalFiles.Take(db, from));
    }

    // The database of a casebook that is being begun: it holds no casebook yet, which its first opening loads.
    private void InDatabase(string folder, Action<SummitDb> write, bool isTrial = false)
    {
        var file = Path.Combine(folder, ServerFolder.CasebookName);
        var databases = new DbFactory<SummitDb>(file, settings, options => new(options));
        try
        {
            DatabaseFile.Prepare(databases, file);
            DatabaseFile.Guard(file, () =>
            {
                using var db = databases.CreateDbContext();
                using var transaction = db.Database.BeginTransaction();
                write(db);
                if (!isTrial)
                    transaction.Commit();
            });
        }
        finally
        {
            Engine.Release(file, settings.LockSeconds);
        }
    }

    /// <summary>Why a text is no title of a casebook, in a sentence; null where it is one.</summary>
    public static string? Unfit(string title) =>
        title.Length == 0 ? "Give it a title."
        : title.Length > MaxTitle ? $"The title has {title.Length} characters; at most {MaxTitle} fit."
        : title.FirstOrDefault(IsBreak) is not '\0' ? "The title has a line break in it; write it in one line."
        : title.FirstOrDefault(Oddities.IsHidden) is not '\0' and var hidden
            ? $"The title has a sign in it that nobody sees and that can turn the text around it (U+{(int)hidden:X4}); leave it out."
        : title.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? null
        : "The title consists of signs alone; give it a letter or a number.";

    private static bool IsBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static Outcome.Invalid No(string why) => new([why]);

    private static Edtf? VisitOf(string day) =>
        (day.Contains('/') ? day : Dates.Typed(day) ?? DaySpans.Typed(day) ?? day) is var said
        && Edtf.TryParse(said.Contains('/') ? said : $"{said}/{said}", out var visit, out _)
        && visit is { IsInterval: true, EarliestDay: not null, LatestDay: not null }
            ? visit
            : null;
}
