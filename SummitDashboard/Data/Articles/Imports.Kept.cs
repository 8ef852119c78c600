using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Articles;

/// <summary>A file that was taken in and that no source has now: its source was removed, or has another article.</summary>
/// <param name="TextSha256">Of the article’s text.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="By">Who took it in.</param>
/// <param name="At">UTC.</param>
public sealed record KeptFile(string TextSha256, string Sha256, string Name, long Size, string By, DateTime At);

/// <summary>What was taken in and taken back: the file stays, and waits again where somebody asks for it.</summary>
public sealed partial class Imports
{
    /// <summary>The kept files that no source of this casebook has, the newest first; without those that wait again.</summary>
    public Task<List<KeptFile>> Kept(Casebook casebook) =>
        databases.Read(db =>
        {
            var ofSources = casebook.Sources.Select(s => s.Article.Sha256).ToHashSet();
            var kept = db
                .Originals.OrderByDescending(o => o.At)
                .Select(o => new KeptFile(o.TextSha256, o.Sha256, o.Name, o.Bytes.Length, o.By, o.At))
                .ToList();
            kept.RemoveAll(o => ofSources.Contains(o.TextSha256));
            if (kept.Count > 0)
            {
                var waiting = same.WaitingIn(db);
                kept.RemoveAll(o => waiting.Contains(o.Sha256));
            }
            return kept;
        });

    /// <summary>Has a kept file wait again, as it was read; nothing where it waits already or is not there.</summary>
    public Task<Outcome> BringBack(KeptFile file, string? accountId) => Changing(accountId, entry =>
        {
            var db = entry.Db;
            var original = db.Originals.AsNoTracking().SingleOrDefault(o => o.TextSha256 == file.TextSha256 && o.Sha256 == file.Sha256);
            if (original is null || same.WaitingIn(db).Contains(file.Sha256))
                return;
            if (LeftOf(db, file) is { } left)
                ToWait(db, [left]);
            else
                Insert(db, [new(original.Name, original.Bytes)], entry.Author.Name, entry.Now);
        });
}
