using Microsoft.Data.Sqlite;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database;

/// <summary>What other tools read of the database as plain columns.</summary>
public sealed class ViewsTests
{
    [Fact]
    public async Task Slots_OfATelling_AreFilledNotSaidOrNotYetCoded()
    {
        using var folder = new TempFolder();
        var desk = new Desk(SmallCasebook.Write(folder), folder.Path);
        var (claim, source) = (desk.Casebook.Claims[0], desk.Casebook.Sources[0]);
        Assert.Equal(["what filled paper a short paper", "when not said  "], Slots());

        var framing = claim.Of(source.Id)!;
        await desk.Write(new PutFraming(claim.Id, source.Id, framing, framing with { Empty = [] }));
        Assert.Equal(["what filled paper a short paper", "when not yet coded  "], Slots());

        List<string> Slots()
        {
            using var connection = new SqliteConnection($"Data Source={desk.Options.DatabaseFile};Pooling=false");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """SELECT slot, state, term, text FROM "SlotView" WHERE source = 'first' ORDER BY slot""";
            using var rows = command.ExecuteReader();
            var slots = new List<string>();
            while (rows.Read())
                slots.Add($"{rows[0]} {rows[1]} {rows[2]} {rows[3]}");
            return slots;
        }
    }
}
