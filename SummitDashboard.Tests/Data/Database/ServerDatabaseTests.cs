using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database;

/// <summary>People of the time before the library, who were in the database of the only casebook.</summary>
public sealed class ServerDatabaseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("20261129010251_Imports"), InlineData("20261128192654_LinkMakers"), InlineData("20261123165209_Editors")]
    public async Task People_OfAnOlderDatabase_KeepTheirPasswordsAndRoles(string migration)
    {
        using var folder = new TempFolder();
        Older(folder.Sub("data"), migration, ("olga", "Owner"), ("ed", "Editor"), ("pia", "Presenter"));
        using var app = TestApp.At(folder.Sub("data"));
        foreach (var (name, words) in new[] { ("olga", "Olga, owner"), ("ed", "Ed, editor"), ("pia", "Pia, presenter") })
        {
            using var client = await app.SignedIn(name);
            Assert.Contains(words, await client.GetStringAsync("claims", Stop));
        }
        await using var db = await app.OfServer.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync(Stop);
        Assert.Equal("olga", Assert.Single(db.Users.Where(u => u.IsOwner)).UserName);
        Assert.Equal([AccountRole.Presenter, AccountRole.Editor], db.Members.Select(m => m.Role).AsEnumerable().Order());
        Assert.All(db.Members, m => Assert.Equal(CasebookRow.First, m.CasebookId));
        using var casebook = new SqliteConnection($"Data Source={Path.Combine(folder.Sub("data"), "summit.db")};Pooling=false");
        casebook.Open();
        using var command = casebook.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'Account%' OR name IN ('SignIn', 'OneTimeLink')";
        Assert.Equal(0L, command.ExecuteScalar()); // nobody is in two places
    }

    [Fact]
    public async Task Server_StartedAgain_TakesNobodyOverTwice()
    {
        using var folder = new TempFolder();
        Older(folder.Sub("data"), "20261129010251_Imports", ("olga", "Owner"));
        using (TestApp.At(folder.Sub("data"))) { }
        using var app = TestApp.At(folder.Sub("data"));
        await using var db = await app.OfServer.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync(Stop);
        Assert.Single(db.Users);
        Assert.Single(db.Casebooks);
    }

    // As the program of that time left it.
    private static void Older(string data, string migration, params (string Name, string Role)[] people)
    {
        var file = Path.Combine(data, "summit.db");
        using (var db = new SummitDb(new DbContextOptionsBuilder<SummitDb>().UseSqlite($"Data Source={file};Pooling=false").Options))
            db.GetService<IMigrator>().Migrate(migration);
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        foreach (var (name, role) in people)
        {
            using var command = connection.CreateCommand();
            command.CommandText = """
                INSERT INTO "Account" ("Id", "Name", "Role", "Disabled", "Since", "UserName", "NormalizedUserName", "EmailConfirmed",
                    "PasswordHash", "SecurityStamp", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
                VALUES (@id, @shown, @role, 0, '2026-01-01 00:00:00', @name, @upper, 0, @hash, @id, 0, 0, 1, 0)
                """;
            foreach (
                var (key, value) in new[]
                {
                    ("@id", "id-" + name),
                    ("@shown", char.ToUpperInvariant(name[0]) + name[1..]),
                    ("@role", role),
                    ("@name", name),
                    ("@upper", name.ToUpperInvariant()),
                    ("@hash", new PasswordHasher<Account>().HashPassword(new() { Name = name }, TestPeople.Password)),
                }
            )
                command.Parameters.AddWithValue(key, value);
            command.ExecuteNonQuery();
        }
    }
}
