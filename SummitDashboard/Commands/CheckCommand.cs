using System.CommandLine;
using SummitDashboard.Data;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Commands;

/// <summary><c>check [folder] [--texts folder]</c>: verifies a casebook without starting the server.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("folder")
        {
            Description = "The casebook folder (default: Casebook:Folder).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        folder.Validators.Add(given =>
        {
            if (given.Tokens.Any(t => t.Value.StartsWith('-')))
                given.AddError($"“{given.Tokens[0].Value}” is not an option of check.");
        });
        var texts = new Option<string?>("--texts") { Description = "A folder with the articles (default: Casebook:Texts)." };
        var casebook = CommandServices.CasebookOption();
        var command = new Command(
            "check",
            "Verify a casebook: fields, references, dates, fragments, cells; with the articles, every hash, quotation and count."
        )
        {
            folder,
            texts,
            casebook,
        };
        command.SetAction(parsed =>
            CommandServices.Guarded(() => Run(parsed.GetValue(folder), parsed.GetValue(texts), parsed.GetValue(casebook)))
        );
        return command;
    }

    private static int Run(string? folder, string? texts, string? slug)
    {
        if (folder is { } named && !Directory.Exists(named))
        {
            Console.Error.WriteLine($"There is no folder “{named}”; the argument names a casebook folder.");
            return CommandLine.BadUsage;
        }
        using var provider = CommandServices.Create(slug);
        var options = provider.GetRequiredService<DataOptions>();
        if (texts is not null && !Directory.Exists(texts))
        {
            Console.Error.WriteLine($"There is no folder {texts}; --texts names the folder with the articles.");
            return CommandLine.BadUsage;
        }

        // Articles lie in the casebook's own folder, also in that of the argument, unless a setting names another.
        texts ??=
            folder is null || CommandServices.Configuration()["Casebook:Texts"] is { Length: > 0 }
                ? options.TextsFolder
                : DataOptions.TextsOf(folder);
        var damage = folder is null ? Damage(options.DatabaseFile) : null;
        var contents = CaseFolderReader.Read(folder ?? options.CasebookFolder);
        var library = TextLibrary.ReadFolder(texts, Console.WriteLine);
        if (HistoryIntake.Problem(folder ?? options.CasebookFolder) is { } broken)
            contents.Problems.Add(broken);
        if (contents.Head is not null)
            TextRules.Check(contents, library);
        foreach (var source in contents.Sources.Where(s => s.Article.IsKnown && !library.ContainsKey(s.Article.Sha256)))
            if (TextLibrary.HashOf(texts, source.Article.File) is { } hash)
                contents.Complain(
                    source,
                    source,
                    $"article.sha256 says {source.Article.Sha256}, and {source.Article.File} among the articles has {hash}: it was "
                        + "changed, or is another edition. Supply the article that was coded, or code this one.",
                    "article"
                );

        foreach (var problem in contents.Problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line))
            Console.WriteLine(problem);
        foreach (var beside in contents.PassedOver)
            Console.WriteLine(beside);
        if (contents.Head is not null && contents.Problems.Count == 0 && SecondLooks.In(contents, library) is { Count: > 0 } looks)
        {
            Console.WriteLine("Worth a second look (no problems; a note that speaks of it answers it):");
            foreach (var look in looks)
                Console.WriteLine("  " + look);
        }
        if (contents.IsEmpty)
            Console.WriteLine($"{folder ?? options.CasebookFolder} is empty: the dashboard begins a new casebook there.");
        var missing = contents.Sources.Where(s => !library.ContainsKey(s.Article.Sha256)).Select(s => s.Slug).ToList();
        Console.WriteLine(
            $"{Count(contents.Sources.Count, "source")}, {Count(contents.Actors.Count, "actor")}, "
                + $"{Count(contents.Events.Count, "event")}, {Count(contents.Claims.Count, "claim")}, "
                + $"{Count(contents.Claims.Sum(c => c.Framings.Count), "cell")}, {Count(contents.Talks.Count, "talk")}. Articles "
                + $"found: {contents.Sources.Count - missing.Count} of {contents.Sources.Count}"
                + (
                    missing.Count > 0
                        ? $"; the quotations of {string.Join(", ", missing.Take(20))}{(missing.Count > 20 ? " and others" : "")} "
                            + "were not compared with a text."
                        : "."
                )
        );
        if (damage is not null)
            Console.WriteLine(damage);
        Console.WriteLine(
            (
                contents.Problems.Count == 0
                    ? damage is null
                        ? "No problems."
                        : "No problems in the folder."
                    : Count(contents.Problems.Count, "problem") + "."
            ) + (contents.PassedOver.Count > 0 ? $" Passed over: {Count(contents.PassedOver.Count, "file")}." : "")
        );
        return contents.Problems.Count == 0 && damage is null ? 0 : 1;
    }

    // The database of the casebook that is checked, where there is one already.
    private static string? Damage(string file)
    {
        try
        {
            Soundness.Require(file);
            return null;
        }
        catch (StartupException e)
        {
            return e.Message;
        }
    }

    private static string Count(int count, string word) => $"{count} {word}{(count == 1 ? "" : "s")}";
}
