using System.Text.RegularExpressions;
using SummitDashboard.Commands;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Commands;

public sealed partial class CommandLineTests
{
    [Fact]
    public void Handles_EverySettingThatTheReadmeNames_IsLeftToTheServer()
    {
        var settings = Setting()
            .Matches(File.ReadAllText(Path.Combine(Repo.Root, "README.md")))
            .Select(m => m.Groups[1].Value)
            .Where(s => s == "Urls" || s == "PathBase" || s.Contains(':'))
            .Distinct()
            .ToList();
        Assert.True(settings.Count > 20, string.Join(' ', settings));
        Assert.DoesNotContain(settings, s => CommandLine.Handles(["--" + s, "1"]) || CommandLine.Handles([$"--{s}=1"]));
        Assert.True(CommandLine.Handles(["--Url", "1"]));
        Assert.True(CommandLine.Handles(["--Casbook:Folder", "1"]));
    }

    [GeneratedRegex("`([A-Z][A-Za-z]+(?::[A-Z][A-Za-z]+)?)`")]
    private static partial Regex Setting();
}
