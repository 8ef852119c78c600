using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Support;

/// <summary>A casebook of two sources, one actor, one event and one claim, written by us, to be changed by tests.</summary>
public static class SmallCasebook
{
    public const string TextA = "Headline of the first\nThe envoy is expected to sign a short paper on Monday.\nNobody else was there.";
    public const string TextB = "The envoy signed the paper, aides said.\nIt was a rare sight.";

    /// <summary>Writes the casebook into <c>seeds</c> and its two articles into <c>texts</c>; returns the casebook's folder.</summary>
    public static string Write(TempFolder folder) => Write(folder, TextB);

    /// <summary>The same with a longer second article, which begins as <see cref="TextB"/> does.</summary>
    public static string Write(TempFolder folder, string second)
    {
        folder.Write("texts/a.txt", TextA);
        folder.Write("texts/b.txt", second);
        folder.Write("seeds/casebook.md", Casebook);
        folder.Write("seeds/sources/first.md", Source("Fi", 1, "a.txt", TextA, "{ value: \"[..2020-01-05]\", basis: inferred }"));
        folder.Write("seeds/sources/second.md", Source("Se", 2, "b.txt", second, "{ value: \"2020-01-09\", basis: inferred }"));
        folder.Write("seeds/actors/envoy.md", Actor);
        folder.Write("seeds/events/signing.md", Event);
        folder.Write("seeds/claims/signed.md", Claim);
        return Path.Combine(folder.Path, "seeds");
    }

    public const string Casebook = """
        ---
        title: A small case
        headline: Two sources, one paper
        lede: What two sources say of one paper.
        visit: "2020-01-06/2020-01-07"
        phases: { background: Background, before: Before, visit: The days, aftermath: After }
        themes: { paper: The paper }
        ---
        """;

    public const string Actor = """
        ---
        name: The Envoy
        order: 1
        names:
          - { source: first, form: The envoy, kind: epithet, count: 1 }
          - { source: second, form: The envoy, kind: epithet, count: 1 }
        statements:
          - { source: second, mode: mentioned, exact: The envoy signed, paragraph: 1, claims: [signed] }
        ---
        """;

    public const string Event = """
        ---
        label: The paper is signed
        date: "2020-01-06"
        dateBasis: { basis: inferred, sources: [first] }
        phase: visit
        actors: [envoy]
        themes: [paper]
        claims: [signed]
        mentions:
          - { source: first, mode: anticipated, exact: expected to sign, paragraph: 2 }
          - { source: second, mode: reported, exact: signed the paper, paragraph: 1 }
        ---
        """;

    public const string Claim = """
        ---
        question: Was it signed?
        statement: A paper was signed.
        theme: paper
        order: 1
        event: signing
        aspects: { what: What, when: When }
        framings:
          - source: first
            stance: anticipates
            coder: test
            quotations:
              - { exact: expected to sign a short paper, paragraph: 2, hedges: [expected] }
            aspects:
              what: { value: paper, text: a short paper }
            empty: [when]
            gloss: Expects it.
          - source: second
            stance: attributes
            coder: test
            quotations:
              - { exact: "signed the paper, aides said", paragraph: 1, cites: unnamed aides }
            aspects:
              what: { value: paper, text: the paper }
            empty: [when]
            gloss: Leaves it to aides.
        ---
        A note.
        """;

    /// <summary>A talk of two stops through it, for <c>seeds/talks/walk.md</c>.</summary>
    public const string Talk = """
        ---
        title: A short walk
        lede: Two stops.
        stops:
          - headline: "A paper"
            event: signing
            sources: [first, second]
            seconds: 60
            notes: "Say *slowly* who expects it."
          - headline: "Sure of it?"
            claim: signed
            sources: [second, first]
            guess: source
        ---
        For a test.
        """;

    public static string Source(string siglum, int order, string file, string text, string written)
    {
        var article = ArticleText.From(text);
        var paragraphs = string.Concat(article.Paragraphs.Select((_, i) => $"  - {{ n: {i + 1}, kind: body, gist: Says something. }}\n"));
        return $"""
            ---
            siglum: {siglum}
            name: The {file}
            order: {order}
            article: {"{"} file: {file}, sha256: {article.Sha256}, words: {Math.Max(
                60,
                Words.Count(text)
            )}, paragraphs: {article.Paragraphs.Count} {"}"}
            title: unknown
            byline: unknown
            publisher: unknown
            published: unknown
            written: {written}
            language: unknown
            url: unknown
            archivedUrl: unknown
            retrieved: unknown
            paragraphs:
            {paragraphs}---
            """;
    }
}
