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

    /// <summary>Notes a file that comes.</summary>
    public void Note(string id, byte[] bytes)
    {
        if (bytes.Length > 0)
            hashes[id] = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>These files, in their order, each with what it is the same as. One that was not taken is the same as none.</summary>
    public List<ImportEntry> Told(SummitDb db, List<ImportEntry> entries)
    {
        foreach (var gone in hashes.Keys.Except(entries.Select(e => e.Id)).ToList())
            hashes.TryRemove(gone, out _);
        if (entries.Count == 0)
            return entries;
        foreach (var entry in entries.Where(e => e.Size > 0 && !hashes.ContainsKey(e.Id)))
            Note(entry.Id, db.Imports.AsNoTracking().Where(i => i.Id == entry.Id).Select(i => i.Bytes).SingleOrDefault() ?? []);
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
}
