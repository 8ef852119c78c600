using SummitDashboard.Reading.Search;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Search;

/// <summary>What of a hit is quoted.</summary>
public sealed class SearchHitTests
{
    private const string Long =
        "A port of call, as one said, and then for a very long while nothing more was heard about it from the old ferry.";

    [Theory]
    [InlineData("\"the old ferry\"", "Nobody saw the old ferry that day.", "the old ferry")]
    [InlineData("\"서방의 제재를 거부한다\"", "그는 서방의 제재를 거부한다고 말했다.", "서방의 제재를 거부한다고")]
    [InlineData("ferry NEAR/4 bay", "A ferry. Across the bay the ferry sailed. The end of all.", "bay the ferry")]
    [InlineData("ferry bay", "The ferry left, and the bay was empty.", "ferry left, and the bay")]
    [InlineData("ferry", "The ferry, that ferry, sailed.", "ferry")]
    [InlineData("port ferry", Long, "port")] // more than may be quoted
    [InlineData("\"port of call\" ferry", Long, "port of call")]
    [InlineData("ferry -bay", "The old ferry.", "ferry")]
    public void Hit_OfSeveralWords_IsQuotedFromTheFirstToTheLastWhereItFits(string query, string text, string quoted)
    {
        var sought = SearchParser.Read(query, new SearchFields(Repo.Casebook), [])!.Sought().ToList();
        var (pieces, place) = SearchHit.InContext(text, sought);
        Assert.Equal(quoted, place?.In(text));
        Assert.Contains(pieces, p => p.IsFound);
    }
}
