using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

/// <summary>What lies in databases, drafts and exports is read by every later version.</summary>
public sealed class DocumentsTests
{
    /// <summary>Frozen: one document a line, as this schema writes them. A new schema gets a file of its own.</summary>
    private static readonly string Frozen = Path.Combine(Repo.Root, "SummitDashboard.Tests/Data/Casebooks/documents-schema-2.jsonl");

    [Fact]
    public void Write_EveryKind_IsAsItEverWas() =>
        Assert.Equal(
            File.ReadAllLines(Frozen),
            FullCasebook.Build().Items().OrderBy(i => i.RawId, StringComparer.Ordinal).Select(Documents.Write)
        );

    [Fact]
    public void Read_EveryKind_IsAsItEverWas()
    {
        var items = FullCasebook.Build().Items().OrderBy(i => i.RawId, StringComparer.Ordinal).ToList();
        var read = File.ReadAllLines(Frozen).Zip(items, (line, item) => Documents.Read(Kinds.Of(item).Number, line)).ToList();
        Assert.Equal(items.Count, read.Count);
        Assert.All(read.Zip(items), pair => Assert.True(Documents.Same(pair.First, pair.Second)));
    }
}
