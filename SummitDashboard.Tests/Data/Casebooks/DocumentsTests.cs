using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

/// <summary>What lies in databases, drafts and exports is read by every later version, and stays as it was.</summary>
public sealed class DocumentsTests
{
    /// <summary>
    /// Frozen: documents of every kind in which every field of schema 2 says something, one a line. Fields that came since are not added; a
    /// new schema gets a file of its own.
    /// </summary>
    private static readonly string Frozen = Path.Combine(Repo.Root, "SummitDashboard.Tests/Data/Casebooks/documents-schema-2.txt");

    [Fact]
    public void Read_EveryKindOfSchema2_IsWrittenAsItWas()
    {
        var seen = new HashSet<ItemKind>();
        foreach (var line in File.ReadAllLines(Frozen))
        {
            var (word, document) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            var kind = Assert.IsAssignableFrom<Kind>(Kinds.Named(word));
            seen.Add(kind.Number);
            Assert.Equal(document, Documents.Write(Documents.Read(kind.Number, document)));
        }
        Assert.Equal(Enum.GetValues<ItemKind>(), seen.Order());
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    public void Read_IdThatIsNoText_IsNoDocument(string id)
    {
        var line = File.ReadAllLines(Frozen).First(l => l.StartsWith("claim ", StringComparison.Ordinal));
        Assert.Null(Documents.TryRead(ItemKind.Claim, line["claim ".Length..].Replace("\"event\":\"event-1\"", $"\"event\":{id}")));
    }
}
