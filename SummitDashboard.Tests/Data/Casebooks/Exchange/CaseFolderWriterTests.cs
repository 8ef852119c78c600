using CsCheck;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Exchange;

public sealed class CaseFolderWriterTests
{
    [Fact]
    public void Files_ShippedCasebook_AreTheShippedFiles()
    {
        var shipped = FolderFiles.Of(Repo.Seeds).Where(f => !f.Key.StartsWith("texts/", StringComparison.Ordinal));
        var written = CaseFolderWriter.Files(Repo.Casebook).ToDictionary(f => f.Path, f => Convert.ToHexStringLower(f.Content()));
        Assert.Equal(shipped, written.OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Files_AnyCasebook_ReadBackAsTheSameDocuments() =>
        AnyCasebook.Hostile.Sample(
            casebook =>
            {
                using var folder = new TempFolder();
                var files = Write(casebook, folder.Path);
                var read = CaseFolderReader.Read(folder.Path);
                Assert.Empty(read.Problems);
                Assert.Equal(Documents(casebook.Items()), Documents(read.Items()));
                Assert.Equal(
                    files,
                    CaseFolderWriter.Files(read.ToCasebook(1)).Select(f => (f.Path, Convert.ToHexStringLower(f.Content())))
                );
            },
            iter: 300
        );

    [Fact]
    public void Files_AnyCasebook_BreaksNoRule() =>
        AnyCasebook.Hostile.Sample(casebook =>
            casebook.Items().SelectMany(i => CodebookRules.Of(i, new(casebook))).ToList() is { Count: 0 }
        );

    [Theory]
    [InlineData("gloss")]
    [InlineData("note")]
    [InlineData("text")]
    [InlineData("theme")]
    [InlineData("twice")]
    public void Missing_WhatNoFileCanSay_IsAFinding(string what)
    {
        using var folder = new TempFolder();
        var small = CaseFolderReader.Read(SmallCasebook.Write(folder)).ToCasebook(1);
        var (claim, framing) = (small.Claims[0], small.Claims[0].Framings[0]);
        Item item = what switch
        {
            "gloss" => claim with { Framings = [framing with { Gloss = " " }] },
            "note" => claim with { Framings = [framing with { Note = "\n" }] },
            "text" => claim with { Framings = [framing with { Aspects = [framing.Aspects[0] with { Text = "" }] }] },
            "theme" => small.Head with { Themes = [new(new string('x', 2000), "Long")] },
            _ => small.Events[0] with { Actors = [small.Actors[0].Id, small.Actors[0].Id] },
        };
        Assert.Single(CodebookRules.Of(item, new(small)));
    }

    private static List<(string, string)> Write(Casebook casebook, string folder)
    {
        var files = CaseFolderWriter.Files(casebook).ToList();
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content());
        }
        return [.. files.Select(f => (f.Path, Convert.ToHexStringLower(f.Content())))];
    }

    private static List<string> Documents(IEnumerable<Item> items) =>
        [.. items.OrderBy(i => i.RawId, StringComparer.Ordinal).Select(SummitDashboard.Data.Casebooks.Documents.Write)];
}
