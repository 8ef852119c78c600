using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>
/// The casebook as the database holds it, read with plain SQL: most starts change nothing, and then neither EF Core nor YAML need be woken,
/// which would take longer than all the rest of starting.
/// </summary>
internal static class StoredCasebook
{
    /// <summary>The snapshot of the newest revision.</summary>
    public static Casebook Read(DbConnection connection, DbTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """SELECT "Kind", "Json", "Id", "Slug" FROM "Item" """;
        var items = new List<Item>();
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                if (
                    Documents.Read((ItemKind)reader.GetInt32(0), reader.GetString(1)) is var item
                    && item.RawId == reader.GetString(2)
                    && item.Slug == reader.GetString(3)
                )
                    items.Add(item);
                else
                    throw new JsonException($"The document of {reader.GetString(2)} is that of another item.");
        return Of(connection, transaction, items);
    }

    /// <summary>
    /// The snapshot of the newest revision, as far as it can be read, and what could not be. Throws only where there is no casebook without
    /// it.
    /// </summary>
    public static Casebook Read(DbConnection connection, DbTransaction? transaction, out SetAsides aside)
    {
        (var items, aside) = StoredItems.Read(connection, transaction);
        return Of(connection, transaction, items);
    }

    /// <summary>The number of the newest revision; 0 where there is none.</summary>
    public static long Head(DbConnection connection, DbTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """SELECT MAX("Number") FROM "Revision" """;
        return Engine.Whole(command.ExecuteScalar()) ?? 0;
    }

    /// <summary>True for what reading a bad record throws.</summary>
    public static bool IsUnreadable(Exception e) =>
        e
            is JsonException
                or KeyNotFoundException
                or ArgumentException
                or FormatException
                or InvalidOperationException
                or InvalidCastException;

    private static Casebook Of(DbConnection connection, DbTransaction? transaction, IReadOnlyCollection<Item> items)
    {
        if (items.OfType<CasebookHead>().Count() != 1)
            throw new HeadMissingException();
        return Casebook.Of(Head(connection, transaction), items);
    }

    /// <summary>The fingerprint of the folder that was last loaded, or null where the database holds none.</summary>
    public static string? Fingerprint(DbConnection connection)
    {
        if (!Engine.HasTables(connection, "SeedLoad"))
            return null;
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Fingerprint" FROM "SeedLoad" """;
        return command.ExecuteScalar() as string;
    }

    /// <summary>When the newest revision was made, UTC.</summary>
    public static DateTime ChangedAt(string file)
    {
        using var connection = Engine.Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "At" FROM "Revision" ORDER BY "Number" DESC LIMIT 1""";
        return command.ExecuteScalar() is string at
            ? DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
            : default;
    }

    /// <summary>
    /// SHA-256 over every file of a casebook folder and over the program that reads it, so that a new version reads the folder, and
    /// migrates the database, again.
    /// </summary>
    /// <returns>Null where a file cannot be read.</returns>
    public static string? FingerprintOf(string folder)
    {
        try
        {
            return Hashed(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Hashed(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(StoredCasebook).Module.ModuleVersionId.ToByteArray());
        foreach (var path in Files.Markdown(folder).Concat(Files.AlmostMarkdown(folder)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(SHA256.HashData(Files.Read(path, CaseFolder.FrontMatter.MaxBytes) ?? []));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
