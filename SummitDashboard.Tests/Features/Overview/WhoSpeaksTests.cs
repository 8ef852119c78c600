using Bunit;
using SummitDashboard.Domain;
using SummitDashboard.Features.Overview;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Actors;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Overview;

public sealed class WhoSpeaksTests : BunitContext
{
    private static readonly Casebook Shipped = Repo.Casebook;

    [Fact]
    public void SourceHidden_PeopleOfItAlone_AreLeftOutAndNamedAsSuch()
    {
        foreach (var hidden in Shipped.Sources)
        {
            var shown = ShownSources.Read(Shipped, string.Join(',', Shipped.Sources.Where(s => s != hidden).Select(s => s.Siglum)), []);
            var card = Render<WhoSpeaks>(p => p.Add(c => c.Casebook, Shipped).Add(c => c.Shown, shown));
            var listed = card.Find("ul").TextContent;
            var sentence = card.Find("p.muted").TextContent;
            foreach (var voice in Voices.Of(Shipped).All)
            {
                Assert.Equal(voice.Only != hidden, listed.Contains(voice.Actor.Name, StringComparison.Ordinal));
                Assert.Equal(voice.Only == hidden, sentence.Contains(voice.Actor.Name, StringComparison.Ordinal));
            }
            Assert.Contains("shown", sentence);
        }
    }
}
