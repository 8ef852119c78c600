using System.CommandLine;
using SummitDashboard.Data;
using SummitDashboard.Data.CaseFolder;
using SummitDashboard.Data.Exchange;

namespace SummitDashboard.Commands;

/// <summary><c>check [folder] [--texts folder]</c>: verifies a casebook without starting the server.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("folder") { Description = "The casebook folder (default: Casebook:Folder).", Arity = ArgumentArity.ZeroOrOne };
        folder.Validators.Add(given =>
        {
            if (given.Tokens.Any(t => t.Value.StartsWith('-'))) given.AddError($"“{given.Tokens[0].Value}” is not an option of check.");
        });
        var texts = new Option<string?>("--texts") { Description = "A folder with the articles (default: Casebook:Texts)." };
        var command = new Command("check", "Verify a casebook: fields, references, dates, fragments, cells; with the articles, every hash, quotation and count.") { folder, texts };
        command.SetAction(parsed => Run(parsed.GetValue(folder), parsed.GetValue(texts)));
        return command;
    }

    private static int Run(string? folder, string? texts)
    {
        if (folder is { } named && !Directory.Exists(named))
        {
            Console.Error.WriteLine($"There is no folder “{named}”; the argument names a casebook folder.");
            return CommandLine.BadUsage;
        }
        var options = DataOptions.From(CommandServices.Configuration());
        if (texts is not null && !Directory.Exists(texts))
        {
            Console.Error.WriteLine($"There is no folder {texts}; --texts names the folder with the articles.");
            return CommandLine.BadUsage;
        }

        var contents = CaseFolderReader.Read(folder ?? options.CasebookFolder);
        var library = TextLibrary.ReadFolder(texts ?? options.TextsFolder, Console.WriteLine);
        if (HistoryIntake.Problem(folder ?? options.CasebookFolder) is { } broken) contents.Problems.Add(broken);
        if (contents.Head is not null) TextRules.Check(contents, library);

        foreach (var problem in contents.Problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line))
            Console.WriteLine(problem);
        var known = contents.Sources.Count(s => library.ContainsKey(s.Article.Sha256));
        Console.WriteLine(
            $"{contents.Sources.Count} sources, {contents.Actors.Count} actors, {contents.Events.Count} events, {contents.Claims.Count} claims, "
            + $"{contents.Claims.Sum(c => c.Framings.Count)} cells, {contents.Talks.Count} talk{(contents.Talks.Count == 1 ? "" : "s")}. Articles found: {known} of {contents.Sources.Count}"
            + (known < contents.Sources.Count ? "; the quotations of the others were not compared with a text." : "."));
        Console.WriteLine(contents.Problems.Count == 0 ? "No problems." : $"{contents.Problems.Count} problem(s).");
        return contents.Problems.Count == 0 ? 0 : 1;
    }
}
