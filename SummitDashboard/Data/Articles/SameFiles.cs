using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Data.Articles;

/// <summary>Which of the files that wait are the same, byte for byte, as another of them or as what was taken in already.</summary>
internal sealed class SameFiles
{
    // What a file holds never changes while it waits: it is hashed as it comes, or once after a start.
    private readonly ConcurrentDictionary<string, string> hashes = [];

    // Of zips that gave way to what was in them, since the server started: the hashes of that.
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> unpacked = [];

    /// <summary>Notes a zip that gave way to what was in it.</summary>
    public void NoteUnpacked(byte[] zip, IEnumerable<Arrived> files) =>
        unpacked[HashOf(zip)] = [.. files.Where(f => f.Bytes.Length > 0).Select(f => HashOf(f.Bytes)).Distinct()];

    /// <summary>Notes a file that comes.</summary>
    public void Note(string id, byte[] bytes)
    {
        if (bytes.Length > 0)
            hashes[id] = HashOf(bytes);
    }

    /// <summary>These files, in their order, each with what it is the same as. One that was not taken is the same as none.</summary>
    public List<ImportEntry> Told(SummitDb db, List<ImportEntry> entries)
    {
        foreach (var gone in hashes.Keys.Except(entries.Select(e => e.Id)).ToList())
            hashes.TryRemove(gone, out _);
        if (entries.Count == 0)
            return entries;
        NoteAll(db, entries.Where(e => e.Size > 0).Select(e => e.Id));
        var taken = db.Originals.Select(o => new { o.Sha256, o.TextSha256 }).ToLookup(o => o.Sha256, o => o.TextSha256);
        var first = new Dictionary<string, ImportEntry>();
        return [.. entries.Select(e => hashes.TryGetValue(e.Id, out var hash) ? Of(e, hash) : e)];

        ImportEntry Of(ImportEntry entry, string hash)
        {
            var told = entry with { SameAs = first.GetValueOrDefault(hash), Texts = [.. taken[hash]] };
            first.TryAdd(hash, told);
            return told;
        }
    }

    /// <summary>The SHA-256 of a file that waits, or did; "" where it holds nothing.</summary>
    public string HashOf(SummitDb db, string id)
    {
        if (!hashes.ContainsKey(id))
            Note(id, db.Imports.IgnoreQueryFilters().AsNoTracking().Where(i => i.Id == id).Select(i => i.Bytes).SingleOrDefault() ?? []);
        return hashes.GetValueOrDefault(id) ?? "";
    }

    /// <summary>The SHA-256 of every file that waits.</summary>
    public HashSet<string> WaitingIn(SummitDb db)
    {
        List<string> ids = [.. db.Imports.Where(i => i.Size > 0).Select(i => i.Id)];
        NoteAll(db, ids);
        return [.. ids.Select(id => hashes.GetValueOrDefault(id)).OfType<string>()];
    }

    /// <summary>
    /// Those of some files that wait already, or that a text was taken in from; a zip where that holds of anything that was in it.
    /// </summary>
    public IEnumerable<Arrived> There(SummitDb db, IReadOnlyList<Arrived> files)
    {
        var waiting = WaitingIn(db);
        return files.Where(f =>
            f.Bytes.Length > 0
            && HashOf(f.Bytes) is var hash
            && (IsThere(hash) || unpacked.TryGetValue(hash, out var parts) && parts.Any(IsThere))
        );

        bool IsThere(string hash) => waiting.Contains(hash) || db.Originals.Any(o => o.Sha256 == hash);
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void NoteAll(SummitDb db, IEnumerable<string> ids)
    {
        foreach (var id in ids.Where(id => !hashes.ContainsKey(id)))
            Note(id, db.Imports.AsNoTracking().Where(i => i.Id == id).Select(i => i.Bytes).SingleOrDefault() ?? []);
    }
}
