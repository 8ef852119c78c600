using System.Security.Cryptography;
using System.Text;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Data.Accounts;

/// <summary>The secrets in one-time links: 256 random bits, of which the database holds the hash only.</summary>
public static class OneTimeLinks
{
    public const string Owner = "owner";
    public const string Invite = "invite";
    public const string Password = "password";

    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>
    /// Where the server has no owner yet, a new secret with which the first can be made; earlier ones become useless.
    /// Null where there is one.
    /// Plain SQL, since it runs at every start and EF Core takes long to wake.
    /// </summary>
    public static string? FirstOwner(ServerFolder folder, TimeProvider clock)
    {
        using var connection = Engine.Open(folder.DatabaseFile);
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM "Account" WHERE "IsOwner" """;
        if (Engine.Whole(command.ExecuteScalar()) > 0)
            return null; // nothing to write, and nothing to wait for
        using var transaction = connection.BeginTransaction();
        command.Transaction = transaction;
        if (Engine.Whole(command.ExecuteScalar()) > 0)
            return null;
        var secret = NewSecret();
        command.CommandText = """
            DELETE FROM "OneTimeLink" WHERE "Purpose" = 'owner' AND "Used" IS NULL;
            INSERT INTO "OneTimeLink" ("Hash", "Purpose", "At", "By") VALUES (@hash, 'owner', @at, 'first start');
            """;
        command.Add("@hash", Hash(secret));
        command.Add("@at", clock.GetUtcNow().UtcDateTime);
        command.ExecuteNonQuery();
        transaction.Commit();
        return secret;
    }
}
