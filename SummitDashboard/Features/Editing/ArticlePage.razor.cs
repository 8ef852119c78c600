using System.Text;
using Microsoft.AspNetCore.Components;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Editing;

/// <summary>Takes the article of a source from an editor. What was typed is shown again whenever it was not taken.</summary>
public partial class ArticlePage
{
    /// <summary>The largest form taken, in bytes: a text that is somewhat too large still comes back to whoever pasted it.</summary>
    public const int LargestForm = 3 * (int)TextLibrary.MaxBytes + 64 * 1024;

    private const long MostMiB = TextLibrary.MaxBytes / 1024 / 1024;

    private Source? source;
    private string? typed,
        message;
    private bool good;
    private ArticleText? other;
    private List<string> lost = [];
    private int total;
    private WrappedText? wrapped;
    private List<string> oddities = [];

    [Parameter]
    public string Slug { get; set; } = "";

    [Inject]
    private CasebookStore Casebooks { get; set; } = null!;

    [Inject]
    private TextLibrary Library { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [SupplyParameterFromForm]
    private ArticleInput? Input { get; set; }

    protected override void OnParametersSet() => Casebooks.Current.Sources.TryGetBySlug(Slug, out source);

    private async Task Take()
    {
        if (source is null || Input is not { } input)
            return;
        typed = input.Text;
        if (input.File is { Length: > 0 } file && await Read(file) is { } content)
            typed = content;
        else if (input.File is { Length: > 0 })
            return;
        if (string.IsNullOrWhiteSpace(typed))
            message = "There is no text yet.";
        else if (Encoding.UTF8.GetByteCount(typed) is var bytes and > (int)TextLibrary.MaxBytes)
            message = $"The text has {bytes / 1048576.0:0.0} MiB; at most {MostMiB} are taken.";
        else if (Lines(source, typed, input.Lines) is { } text)
        {
            typed = text;
            var article = ArticleText.From(text);
            oddities = [.. Oddities.In(article.Paragraphs).Select(o => o.Says)];
            await Take(source, article, input.Adopt);
        }
    }

    // Lines that look wrapped are joined, or kept, as the editor says; where only one of the two is the text that was coded, that one. Null
    // where it has to be asked.
    private string? Lines(Source of, string text, string? choice)
    {
        bool IsCoded(string one) => of.Article.IsKnown && ArticleText.From(one).Sha256 == of.Article.Sha256;

        if (IsCoded(text) || Paragraphs.Wrapped(text) is not { } found)
            return text;
        if (choice == "join" || IsCoded(found.Joined))
            return found.Joined;
        if (choice == "keep")
            return text;
        wrapped = found;
        return null;
    }

    private async Task<string?> Read(IFormFile file)
    {
        if (file.Length > TextLibrary.MaxBytes)
        {
            message = $"“{Arrived.Plain(file.FileName)}” has {file.Length / 1048576.0:0.0} MiB; at most {MostMiB} are taken.";
            return null;
        }
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return await reader.ReadToEndAsync();
        }
        catch (DecoderFallbackException)
        {
            message = $"“{Arrived.Plain(file.FileName)}” is not UTF-8. Save it again with that encoding.";
            return null;
        }
    }

    private async Task Take(Source of, ArticleText article, bool adopt)
    {
        var quotations = QuotedShare.Quotations(Casebooks.Current, of).ToList();
        lost = [.. quotations.Where(q => article.Find(q) is null).Select(q => q.Exact).Distinct()];
        total = lost.Count + quotations.Where(q => article.Find(q) is not null).Select(q => q.Exact).Distinct().Count();
        var stand = total == 0 ? "Nothing is quoted from it yet" : $"{total - lost.Count} of {total} quotations stand in it";
        if (of.Article.IsKnown && article.Sha256 == of.Article.Sha256)
            await Supply(of, of, $"This is the article that was coded. {stand}.");
        else if (of.Article.IsKnown && !adopt)
            other = article;
        else
            await Supply(of, Coded(of, article), $"The article is here. {stand}{(lost.Count > 0 ? "; the others are orphaned" : "")}.");
    }

    // Another text is to be coded from now on: its size and hash are the source's, and new paragraphs have no gist yet.
    private static Source Coded(Source of, ArticleText text)
    {
        var paragraphs = Enumerable
            .Range(1, text.Paragraphs.Count)
            .Select(n => n <= of.Paragraphs.Count ? of.Paragraphs[n - 1] : new ParagraphNote(n, ParagraphKind.Body));
        return of with
        {
            Article = new(
                of.Article.File is { Length: > 0 } file ? file : of.Slug + ".txt",
                text.Sha256,
                text.WordCount,
                text.Paragraphs.Count
            ),
            Paragraphs = [.. paragraphs],
        };
    }

    private async Task Supply(Source of, Source next, string done)
    {
        var outcome = await Library.Supply(new(of, next, typed!), Visitor.AccountId);
        (message, good) = outcome switch
        {
            Outcome.Committed => (done, true),
            Outcome.Invalid invalid => (string.Join(' ', invalid.Problems), false),
            Outcome.Conflict => ("Somebody changed this source just now. Look again, and repeat.", false),
            Outcome.Failed failed => (failed.Why, false),
            _ => ("Supplying articles is for editors.", false),
        };
        if (good)
            typed = null;
        Casebooks.Current.Sources.TryGetBySlug(Slug, out source);
    }

    private sealed class ArticleInput
    {
        public string? Text { get; set; }
        public IFormFile? File { get; set; }
        public bool Adopt { get; set; }

        /// <summary><c>join</c> or <c>keep</c>, where lines look wrapped; null where nobody was asked.</summary>
        public string? Lines { get; set; }
    }
}
