using System.Collections.Frozen;

namespace SummitDashboard.Text;

/// <summary>
/// Forms of frequent verbs that are seldom anything else, by language: a word after which a subject has ended. It is no grammar; of
/// languages without a list nothing is known.
/// </summary>
public static class FrequentVerbs
{
    private static readonly FrozenSet<string> English = (
        "became began begun bought brought built came chose drew drove fell fought found gave gone grew held kept knew led left lost made "
        + "meant met paid put ran rose said sank sat saw sent shook sold sought spent spoke spoken stood struck swore taken taught "
        + "thought threw told took understood went withdrew won wrote "
        + "agree agrees aims allow allows appears asks becomes begins believe believes binds brings carries comes condemns considers "
        + "continues covers crosses defies denies depends describes despise despises elevates enables expects expires falls fears fits "
        + "follows gets gives goes grants helps holds hopes includes indicates insists keeps knows lacks lasts leads leaves lets lies "
        + "lives looks makes mentions needs obliges obligates offers plays proves provides raises receives refers refuses rejects relies "
        + "remains represents requires reveals says seeks seems sends serves shows signals signs solidifies speaks stands stipulates "
        + "suggests supplies suspects takes tells thinks threatens underlines underscores undertakes uses violates wants warns "
        + "welcomes works"
    )
        .Split(' ')
        .ToFrozenSet();

    // What they are said to do to something is the claim: “echoes the treaty”, “violates the sanctions”.
    private static readonly FrozenSet<string> Relating = (
        "echoes echoed echo resembles resembled resemble mirrors mirrored mirror recalls recalled revives revived revive restores restored "
        + "restore replaces replaced replace exceeds exceeded exceed outlasts outlasted outlast contradicts contradicted contradict "
        + "violates violated violate breaches breached breach ignores ignored ignore defies defied defy undermines undermined undermine "
        + "weakens weakened weaken strengthens strengthened strengthen surpasses surpassed surpass lacks lacked outweighs outweighed "
        + "reverses reversed reverse repeats repeated repeat ends ended suspends suspended suspend "
        + "ähnelt ähnelte gleicht glich entspricht entsprach widerspricht widersprach verletzt verletzte bricht brach ersetzt ersetzte "
        + "übertrifft übertraf belebt wiederholt erinnert erinnerte verstößt verstieß stärkt stärkte schwächt schwächte"
    )
        .Split(' ')
        .ToFrozenSet();

    /// <summary>True for a verb that says how one thing is to another, which alone is no claim: “echoes”, “violates”.</summary>
    public static bool IsRelating(string printed) => Relating.Contains(printed);

    /// <summary>True for one of them as it is printed within a sentence, and for what looks like one: “crossed”.</summary>
    public static bool Has(string printed) =>
        char.IsLower(printed[0]) && (English.Contains(printed) || IsPast(printed) || (printed[^1] == 's' && Relating.Contains(printed)));

    /// <summary>True for what ends as what is past does: “crossed”, but no “need”.</summary>
    public static bool IsPast(string printed) =>
        printed.Length > 4 && printed.EndsWith("ed", StringComparison.Ordinal) && !printed.EndsWith("eed", StringComparison.Ordinal);
}
