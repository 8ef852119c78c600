using System.Globalization;
using ICU4N.Text;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Support;

/// <summary>
/// A casebook of eleven sources in as many languages, invented and written by us: one ferry, one claim, one person, every cell coded and
/// every quotation in its article. It breaks no rule, and <c>check</c> finds nothing.
/// </summary>
public static partial class WorldCasebook
{
    /// <summary>The source in a language.</summary>
    public static WorldSource In(string tag) => Sources.Single(s => s.Tag == tag);

    /// <summary>Writes the casebook into <c>seeds</c> and its articles into <c>texts</c>; returns the casebook's folder.</summary>
    public static string Write(TempFolder folder)
    {
        folder.Write("seeds/casebook.md", Head);
        folder.Write("seeds/events/ferry-sails.md", Event);
        folder.Write("seeds/actors/harbour-master.md", Actor);
        folder.Write("seeds/claims/sailed.md", Claim);
        foreach (var (order, source) in Sources.Index())
        {
            folder.Write($"texts/{source.Tag}.txt", source.Text);
            folder.Write($"seeds/sources/{source.Slug}.md", File(source, order + 1));
        }
        return Path.Combine(folder.Path, "seeds");
    }

    private const string Head = """
        ---
        title: A ferry in many tongues
        headline: Eleven sources, one ferry
        lede: What eleven sources in eleven languages say of one ferry.
        visit: "2020-01-06/2020-01-07"
        language: en
        phases: { background: Background, before: Before, visit: The days, aftermath: After }
        themes: { ferry: The ferry }
        ---
        """;

    private static string Event =>
        $"""
            ---
            label: The ferry sails
            date: "2020-01-06"
            dateBasis: {"{"} basis: inferred, sources: [source-en] {"}"}
            phase: visit
            actors: [harbour-master]
            themes: [ferry]
            claims: [sailed]
            mentions:
            {Lines(s => $"  - {{ source: {s.Slug}, mode: reported, exact: \"{s.Sailed}\", paragraph: 2 }}")}
            ---
            """;

    private static string Actor =>
        $"""
            ---
            name: The harbour master
            order: 1
            roles: []
            names:
            {Lines(s => $"  - {{ source: {s.Slug}, form: \"{s.Form}\", kind: surname, count: {Number(s.Count)}, boilerplate: 0{
                (s.IsPrefix ? ", match: prefix" : "")} }}")}
            statements: []
            ---
            """;

    private static string Claim =>
        $"""
            ---
            question: Did the ferry sail again?
            statement: The ferry sailed again on some day.
            theme: ferry
            order: 1
            event: ferry-sails
            aspects: {"{"} day: Day, praise: Praise {"}"}
            framings:
            {Lines(Framing)}
            ---
            """;

    private static string Framing(WorldSource s) =>
        $"""
              - source: {s.Slug}
                stance: asserts
                coder: test
                quotations:
                  - {"{"} exact: "{s.Sailed}", paragraph: 2 {"}"}
                  - {"{"} exact: "{s.Fine}", paragraph: 3, stance: hedges, hedges: ["{s.Hedge}"] {"}"}
                aspects:
                  day: {"{"} value: "{Terms.Of(s.When)}", text: "{s.When}" {"}"}
                empty: [praise]
                gloss: Says that it did.
            """;

    private static string File(WorldSource source, int order)
    {
        var article = ArticleText.From(source.Text);
        return $"""
            ---
            siglum: {source.Siglum}
            name: "{source.Name}"
            order: {Number(order)}
            article: {"{"} file: {source.Tag}.txt, sha256: {article.Sha256}, words: {Number(article.WordCount)}, paragraphs: 4 {"}"}
            title: unknown
            byline: unknown
            publisher: unknown
            published: unknown
            written: {"{"} value: "2020-01-08", basis: inferred {"}"}
            language: {"{"} value: {source.Tag}, basis: inferred {"}"}
            url: unknown
            archivedUrl: unknown
            retrieved: unknown
            paragraphs:
              - {"{"} n: 1, kind: headline, gist: Says what came. {"}"}
              - {"{"} n: 2, kind: lead, gist: Says who says so. {"}"}
              - {"{"} n: 3, kind: body, gist: Praises the day. {"}"}
              - {"{"} n: 4, kind: body, gist: Looks back. {"}"}
            ---
            """;
    }

    private static string Lines(Func<WorldSource, string> line) => string.Join('\n', Sources.Select(line));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // As some systems save Vietnamese: letters and their marks apart.
    private static WorldSource Decomposed(WorldSource s)
    {
        var nfd = Normalizer2.NFDInstance;
        return s with
        {
            Text = nfd.Normalize(s.Text),
            Sailed = nfd.Normalize(s.Sailed),
            Fine = nfd.Normalize(s.Fine),
            Hedge = nfd.Normalize(s.Hedge),
            When = nfd.Normalize(s.When),
        };
    }
}
