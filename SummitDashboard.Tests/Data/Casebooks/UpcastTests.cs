using System.Text.Json.Nodes;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

/// <summary>Documents of older schemas, as they lie in databases, drafts and exports.</summary>
public sealed class UpcastTests
{
    /// <summary>Frozen: a claim as schema 1 wrote it.</summary>
    private const string Schema1 = """
        {"question":"Was it signed?","statement":"A paper was signed.","theme":"paper","order":1,"event":"event-1",
        "aspects":[{"key":"what","label":"What"},{"key":"when","label":"When"}],
        "framings":[{"source":"s1","stance":"anticipates","coder":"test",
        "quotations":[{"exact":"expected to sign a short paper","paragraph":2,"occurrence":1,"hedges":["expected"],"loaded":[]}],
        "aspects":[{"key":"what","value":"paper","text":"a short paper"}],"frames":[],"gloss":"Expects it."},
        {"source":"s2","stance":"silent","quotations":[],"aspects":[],"frames":[],
        "readBy":"test","readOn":"2026-11-22"}],"id":"c1","slug":"signed","note":""}
        """;

    /// <summary>A document as schema 1 had it: framings did not name their empty slots.</summary>
    public static string AsSchema1(string json)
    {
        var document = JsonNode.Parse(json)!;
        foreach (var framing in document["framings"]?.AsArray() ?? [])
            framing!.AsObject().Remove("empty");
        return document.ToJsonString();
    }

    [Fact]
    public void Claim_OfSchema1_KeepsMeaningThatWhatItLeavesOutIsEmpty()
    {
        var claim = (Claim)Documents.Read(ItemKind.Claim, Schema1);
        Assert.Equal(["when"], claim.Framings[0].Empty);
        Assert.Empty(claim.Framings[1].Empty);
        Assert.Empty(claim.Framings.SelectMany(f => f.NotYetCoded(claim)));
        // And is then of this schema.
        Assert.Equal(Documents.Write(claim), Documents.Write(Documents.Read(ItemKind.Claim, Documents.Write(claim))));
    }

    [Fact]
    public void Framing_OfThisSchemaWithoutEmptySlots_StaysNotYetCoded()
    {
        var claim = (Claim)Documents.Read(ItemKind.Claim, Schema1);
        claim = claim with { Framings = [claim.Framings[0] with { Empty = [], Aspects = [] }] };
        var read = (Claim)Documents.Read(ItemKind.Claim, Documents.Write(claim));
        Assert.Equal(2, read.Framings[0].NotYetCoded(read).Count());
        Assert.Equal(
            ["when"],
            Documents
                .Framing(Documents.Part(claim.Framings[0]).Replace("\"empty\":[]", "\"empty\":[\"when\"]", StringComparison.Ordinal), claim)
                .Empty
        );
        Assert.Equal(
            ["what", "when"],
            Documents.Framing(Documents.Part(claim.Framings[0]).Replace("\"empty\":[],", "", StringComparison.Ordinal), claim).Empty
        ); // a draft from before
    }

    // Files were once taken in with a gist that only says that there is none.
    [Fact]
    public void Source_WhoseParagraphsAreNotDescribed_HasNoGists()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        var file = Path.Combine(seeds, "sources", "first.md");
        File.WriteAllText(file, File.ReadAllText(file).Replace("n: 2, kind: body, gist: Says something.", "n: 2, kind: body"));
        var source = CaseFolderReader.Read(seeds).Sources[0];
        Assert.Equal(["Says something.", "", "Says something."], source.Paragraphs.Select(p => p.Gist));
        var old = Documents.Write(source).Replace("\"gist\":\"\"", "\"gist\":\"Not described yet.\"", StringComparison.Ordinal);
        Assert.Contains("Not described", old);
        Assert.Equal(Documents.Write(source), Documents.Write(Documents.Read(ItemKind.Source, old)));

        File.WriteAllText(file, File.ReadAllText(file).Replace("kind: body }", "kind: body, gist: Not described yet. }"));
        Assert.Equal(source.Paragraphs, CaseFolderReader.Read(seeds).Sources[0].Paragraphs);
    }

    [Fact]
    public async Task Export_OfSchema1_ComesInAsItWas()
    {
        using var test = new TestStore(SmallCasebook.Write);
        await test.Commit(
            new PutItem(test.Casebook.Claims[0], test.Casebook.Claims[0] with { Question = "Signed or not?" }),
            test.Person("Ada", AccountRole.Editor)
        );
        using var folder = new TempFolder();
        new CasebookExport(test, new(test.Seeds, "no-texts", test.File)).Read(true, (_, files) => ExportFolder.Write(folder.Path, files));
        var history = Path.Combine(folder.Path, "history.jsonl");
        File.WriteAllLines(history, File.ReadAllLines(history).Select(AsLineOfSchema1));
        var claim = Path.Combine(folder.Path, "claims", "signed.md");
        File.WriteAllText(claim, File.ReadAllText(claim).Replace("    empty: [when]\n", "", StringComparison.Ordinal));

        using var again = new TestStore(_ => folder.Path);
        Assert.Equal(test.Casebook.Revision, again.Casebook.Revision);
        Assert.Empty(await new FolderOffers(again).List());
        Assert.Equal(test.Casebook.Items().Select(Documents.Write), again.Casebook.Items().Select(Documents.Write));
    }

    private static string AsLineOfSchema1(string line)
    {
        var revision = JsonNode.Parse(line)!;
        revision["schema"] = 1;
        foreach (var change in revision["changes"]!.AsArray())
        foreach (var side in new[] { "before", "after" })
            if (change![side] is { } document)
                change[side] = JsonNode.Parse(AsSchema1(document.ToJsonString()));
        return revision.ToJsonString();
    }

    [Fact]
    public void Check_OfATellingHalfCoded_NamesEverySlotAndWhoseWordIsMissing()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        folder.Write(
            "seeds/claims/signed.md",
            SmallCasebook
                .Claim.Replace("    empty: [when]\n", "", StringComparison.Ordinal)
                .Replace(", cites: unnamed aides", "", StringComparison.Ordinal)
        );
        var contents = CaseFolderReader.Read(seeds);
        Assert.Empty(contents.Problems); // half-way through the work it is loaded all the same
        TextRules.Check(contents, new Dictionary<string, ArticleText>());
        var said = contents.Problems.Where(p => p.File == "claims/signed.md").Select(p => p.Message).ToList();
        Assert.Equal(2, said.Count(m => m.Contains("the aspect when is not yet coded", StringComparison.Ordinal)));
        Assert.Single(said, m => m.Contains("whose word it is", StringComparison.Ordinal));
        Assert.All(contents.Problems, p => Assert.True(p.Line > 0));
    }
}
