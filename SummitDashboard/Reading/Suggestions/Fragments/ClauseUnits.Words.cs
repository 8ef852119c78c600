using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <content>What a word is, as far as that can be told without a grammar.</content>
internal sealed partial class ClauseUnits
{
    private bool IsDay(int n) => DayNames.IsMonth(printed[n]) || DayNames.IsWeekday(printed[n]) || char.IsDigit(printed[n][0]);

    private bool IsGerund(int n) => roles[n] == WordRoles.None && printed[n].EndsWith("ing", StringComparison.Ordinal);

    private bool IsInfinitive(int n) => n > 0 && printed[n - 1] is "to" && IsLower(n) && roles[n] == WordRoles.None && !IsPossessive(n);

    private bool IsVerb(int n) =>
        (roles[n] & Verbal) != 0 && (n == 0 || IsLower(n) || !IsName(n))
            ? (roles[n] & (WordRoles.Determiner | WordRoles.Pronoun)) == 0
            : n > 0
                && roles[n] == WordRoles.None
                && (reporting.Contains(n) || FrequentVerbs.Has(printed[n]))
                && !IsDetermined(n)
                && !(n + 1 < words.Count && printed[n + 1] is "by" && (n == 0 || (roles[n - 1] & Verbal) == 0));

    // “The combined forces”, “of combined”: what a noun follows that is determined before.
    private bool IsDetermined(int n) =>
        n > 0
        && !HasSign(n)
        && (
            (roles[n - 1] & OfPlace) != 0
            || ((roles[n - 1] & WordRoles.Determiner) != 0 && (roles[n - 1] & WordRoles.Pronoun) == 0)
            || IsPossessive(n - 1)
            || scope.IsNumber(printed[n - 1])
        );

    private bool IsPossessive(int n) =>
        printed[n] is { Length: > 2 } word
        && (
            word[^2] is '\'' or '’' && word[^1] is 's'
            || (
                word[^1] is 's'
                && words[n].End < paragraph.Length
                && paragraph[words[n].End] is '’' or '\''
                && IsName(n)
                && n + 1 < words.Count
                && !HasSign(n + 1)
            )
        );

    private bool IsOpening(int n) =>
        ((roles[n] & WordRoles.Opening) != 0 && !IsComparing(n) && (printed[n] is not "that" || IsClauseThat(n))) || IsOnce(n);

    // “Once the fighting ends”, but no “once a week”.
    private bool IsOnce(int n) =>
        n > 0
        && printed[n] is "once"
        && n + 1 < words.Count
        && !HasSign(n + 1)
        && printed[n + 1] is not ("a" or "an")
        && (roles[n + 1] & (WordRoles.Determiner | WordRoles.Pronoun)) != 0;

    // “Said that the”, but no “crossed that line”.
    private bool IsClauseThat(int n) => n + 1 < words.Count && !HasSign(n + 1);

    private bool IsConditional(int n) => scope.IsCondition(printed[n]);

    private static readonly string[] Comparisons = ["as", "than", "like"];

    private bool IsComparing(int n) => Comparisons.Contains(printed[n].ToLowerInvariant());

    private bool HasSignBehind(int n) => n + 1 < words.Count && HasSign(n + 1);

    private bool IsDashed(int n) => Between(n).ContainsAny('–', '—');

    // “South | Korea”, “19 | June”.
    private bool IsOneName(int n) =>
        Between(n) is " " or "\u00A0"
        && (char.IsUpper(printed[n - 1][0]) || char.IsDigit(printed[n - 1][0]))
        && (char.IsUpper(printed[n][0]) || char.IsDigit(printed[n][0]))
        && (roles[n - 1] == WordRoles.None || n > 1);

    // “Chiefs of | Staff”.
    private bool IsBoundName(int n) => n > 1 && (roles[n - 1] & WordRoles.Binding) != 0 && IsName(n) && IsName(n - 2);

    private bool IsBoundAfter(int n) =>
        n + 2 < words.Count && (roles[n + 1] & WordRoles.Binding) != 0 && char.IsUpper(printed[n][0]) && char.IsUpper(printed[n + 2][0]);

    private bool IsName(int n) => char.IsUpper(printed[n][0]) && (n > 0 || roles[n] == WordRoles.None);

    private bool IsLower(int n) => char.IsLower(printed[n][0]);

    private bool HasSign(int n) => n > 0 && (Between(n).ContainsAny(Signs) || Between(n).Contains(" - ", StringComparison.Ordinal));

    private ReadOnlySpan<char> Between(int n) => paragraph.AsSpan(words[n - 1].End, words[n].Start - words[n - 1].End);
}
