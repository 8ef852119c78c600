namespace SummitDashboard.Tests.Support;

/// <summary>The small casebook with an article of some length, and further claims that its source is not coded for.</summary>
public static class DeskCasebook
{
    public const string Second =
        SmallCasebook.TextB
        + "\nA crowd had waited since the morning, and nobody in it spoke of the weather."
        + "\nIt was, officials told the crowd, the first by any envoy in 24 years, and a long time in coming; the rest stayed at home."
        + "\nThe evening was quiet, as evenings there are; whoever had stood in the square went home, ate, and forgot most of it by the "
        + "morning, which came late and was grey."
        + "\nA week later the square was swept, the flags were put away, and the shops along it sold again what they had sold before.";

    /// <summary>Writes it into <c>seeds</c> and <c>texts</c>; returns the casebook’s folder.</summary>
    /// <param name="more">Paragraphs behind those of the article, each after a line’s end.</param>
    /// <param name="claims">Further claims behind the others: <c>more-0</c> and so on.</param>
    public static string Write(TempFolder folder, string more = "", int claims = 0)
    {
        var seeds = SmallCasebook.Write(folder, Second + more);
        folder.Write("seeds/claims/rare.md", Claim("How rare was it?", 2));
        folder.Write("seeds/claims/rest.md", Claim("How was the evening?", 3));
        for (var n = 0; n < claims; n++)
            folder.Write($"seeds/claims/more-{n}.md", Claim($"How rare was it, asked once more ({n})?", n + 4));
        return seeds;
    }

    private static string Claim(string question, int order) =>
        $$"""
            ---
            question: {{question}}
            statement: It had not taken place for a stated time.
            theme: paper
            order: {{order}}
            aspects: { measure: Measure, earlier: Earlier visit, whose: Counted for whom, reading: What it means }
            framings:
              - source: first
                stance: asserts
                coder: test
                quotations:
                  - { exact: a short paper, paragraph: 2 }
                aspects:
                  measure: { value: years-24, text: 24 years }
                  whose: { value: envoys, text: any envoy (¶ 4) }
                empty: [earlier, reading]
                gloss: Counts the years.
            ---
            """;
}
