using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database.Backups;

namespace SummitDashboard.Data.Database;

/// <summary>
/// Making the server’s database ready. Until there was one, people were in the database of the only casebook: they are taken over from
/// there, its owners as owners of the server, the others with their roles in it.
/// </summary>
public sealed class ServerDatabase(ServerFolder folder, DatabaseOptions settings, IDbContextFactory<ServerDb> databases)
{
    private const string LastWithPeople = "20261129010251_Imports";

    private readonly DbFactory<SummitDb> casebook = new(folder.FirstCasebook, settings, o => new(o));

    // Which build of the program prepared it, so that EF Core, which takes long to wake, is asked after an update only.
    private static readonly int Build = BitConverter.ToInt32(typeof(ServerDatabase).Module.ModuleVersionId.ToByteArray()) & int.MaxValue;

    /// <summary>Creates or migrates it. Throws <see cref="StartupException"/> where it cannot be used.</summary>
    public void Prepare()
    {
        DatabaseFile.RequireWritable(folder.DatabaseFile);
        PlannedMoves.RequireNone(folder);
        Soundness.Require(folder.DatabaseFile);
        if (IsReady())
            return;
        DatabaseFile.Prepare(databases, folder.DatabaseFile);
        DatabaseFile.Guard(folder.DatabaseFile, () =>
        {
            using var connection = Engine.Open(folder.DatabaseFile);
            DatabaseFile.Guard(folder.FirstCasebook, () => TakePeopleOver(connection));
            Do(connection, $"PRAGMA user_version = {Build}");
        });
    }

    private bool IsReady()
    {
        if (!File.Exists(folder.DatabaseFile) || new FileInfo(folder.DatabaseFile).Length == 0)
            return false;
        var isReady = false;
        DatabaseFile.Guard(folder.DatabaseFile, () =>
        {
            using var connection = Engine.Open(folder.DatabaseFile);
            isReady = Ask(connection, "PRAGMA user_version") == Build;
        });
        return isReady;
    }

    private void TakePeopleOver(DbConnection connection)
    {
        if (!HoldsPeople(folder.FirstCasebook) || Ask(connection, """SELECT COUNT(*) FROM "Account" """) > 0)
            return;
        // All that the casebook's database was taught of people is in it before it is read.
        DatabaseFile.PrepareUpTo(casebook, folder.FirstCasebook, LastWithPeople);
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "ATTACH DATABASE @file AS older";
            command.Add("@file", folder.FirstCasebook);
            command.ExecuteNonQuery();
        }
        using var transaction = connection.BeginTransaction();
        Do(
            connection,
            """
            INSERT INTO "Account" ("Id", "Name", "IsOwner", "Disabled", "InvitedBy", "Since", "UserName", "NormalizedUserName", "Email",
                "NormalizedEmail", "EmailConfirmed", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "PhoneNumber",
                "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnd", "LockoutEnabled", "AccessFailedCount")
            SELECT "Id", "Name", "Role" = 'Owner', "Disabled", "InvitedBy", "Since", "UserName", "NormalizedUserName", "Email",
                "NormalizedEmail", "EmailConfirmed", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "PhoneNumber",
                "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnd", "LockoutEnabled", "AccessFailedCount"
            FROM older."Account";
            INSERT INTO "Casebook" ("Id", "Slug", "By", "At", "Title", "Lede", "Sources", "Claims", "Coded", "Revision", "IsLive")
            SELECT 'first', '', 'the settings', strftime('%Y-%m-%d %H:%M:%S', 'now'), '', '', 0, 0, 0, 0, 0
            WHERE NOT EXISTS (SELECT 1 FROM "Casebook" WHERE "Id" = 'first');
            INSERT INTO "Member" ("CasebookId", "AccountId", "Role", "By", "At")
            SELECT 'first', "Id", "Role", coalesce("InvitedBy", ''), "Since" FROM older."Account" WHERE "Role" <> 'Owner';
            INSERT INTO "OneTimeLink" ("Hash", "Purpose", "Role", "CasebookId", "Name", "AccountId", "Expires", "Used", "At", "By", "ById")
            SELECT "Hash", "Purpose", CASE "Role" WHEN 0 THEN 'Presenter' WHEN 1 THEN 'Editor' WHEN 2 THEN 'Owner' END,
                CASE WHEN "Purpose" = 'invite' AND "Role" <> 2 THEN 'first' END, "Name", "AccountId", "Expires", "Used", "At", "By", "ById"
            FROM older."OneTimeLink";
            INSERT INTO "SignIn" ("Hash", "AccountId", "At", "Seen") SELECT "Hash", "AccountId", "At", "Seen" FROM older."SignIn";
            """,
            transaction
        );
        transaction.Commit();
    }

    private static bool HoldsPeople(string file)
    {
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
            return false;
        using var connection = Engine.Open(file);
        return Engine.HasTables(connection, "Account", "__EFMigrationsHistory");
    }

    private static long? Ask(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Engine.Whole(command.ExecuteScalar());
    }

    private static void Do(DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        command.ExecuteNonQuery();
    }
}
