namespace SummitDashboard.Text;

/// <summary>
/// The small words that Arabic and Hebrew write together with a name, in the order in which they are written (“and”, “for”, “the”), so that
/// a search can ask for each: what stands before a word cannot be left open in one.
/// </summary>
public static class JoinedWords
{
    private static readonly string[] Arabic =
    [
        .. from and in new[] { "", "و", "ف" }
        from to in new[] { "", "ب", "ل", "ك", "س" }
        from the in new[] { "", "ال" }
        select and + to + the,
        "لل",
        "ولل",
        "فلل",
    ];

    private static readonly string[] Hebrew =
    [
        .. from and in new[] { "", "ו" }
        from that in new[] { "", "ש", "כש", "מש" }
        from to in new[] { "", "ב", "ל", "כ", "מ" }
        from the in new[] { "", "ה" }
        select and + that + to + the,
    ];

    /// <summary>
    /// The first word of a text behind each of them, as <see cref="SearchWords"/> folds it; none of a word of another script.
    /// </summary>
    public static IReadOnlyList<string> Behind(string text)
    {
        if (SearchWords.In(text) is not [var first, ..])
            return [];
        var bare = first.Span.In(text);
        var joined =
            Script.IsHebrew(first.Word[0]) ? Hebrew
            : Script.IsArabic(first.Word[0]) ? Arabic
            : [];
        return [.. joined.SelectMany(j => SearchWords.Of(j + bare)).Where(w => w != first.Word).Distinct()];
    }
}
