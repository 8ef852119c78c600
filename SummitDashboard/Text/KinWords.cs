using System.Collections.Frozen;

namespace SummitDashboard.Text;

/// <summary>
/// Words that say much the same in news: who asks for one finds the others (“aid”, “assistance”). Of languages without a list nothing is
/// known. A word of several meanings is in none, or in that which news have.
/// </summary>
public static class KinWords
{
    // A line each: everyday words, as a thesaurus has them.
    private const string English = """
        aid aids assist assistance help helps support
        agreement treaty pact accord deal
        attack attacked aggression assault invasion invade invaded
        commit commits oblige obliges obligation pledge promise binding bound
        visit trip tour travel journey
        gift gifts present presents
        weapon weapons arms
        soldier soldiers troops
        war conflict hostilities
        sanctions restrictions embargo
        border frontier
        buy purchase acquire
        sell sale export supply supplies deliver delivery
        leader ruler president
        praise praised laud lauded hail hailed
        criticise criticism condemn condemned denounce denounced
        fear fears worry worried concern concerns alarm
        deny denied denies reject rejected
        say announce announced declare declared
        threat threaten threatens menace danger
        nuclear atomic
        economy economic trade
        ally allies alliance
        friend friends friendship
        meeting summit talks
        sign signed conclude concluded
        die died killed dead deaths
        hurt injured wounded
        start begin began launch
        end finish cease halt
        fire blaze
        ship vessel boat
        poor poverty
        help rescue saved
        worker workers labour labourers
        prison jail
        election vote poll
        law statute legislation
        police officers
        secret hidden undisclosed
        rise increase grow
        fall decline drop
        """;

    private static readonly FrozenDictionary<string, string[]> Kin = English
        .Split('\n')
        .Select(l => WordStems.In(l).Select(s => s.Key).Distinct().ToArray())
        .SelectMany(g => g.Select(key => (key, g)))
        .GroupBy(k => k.key, k => k.g)
        .ToFrozenDictionary(k => k.Key, k => k.SelectMany(g => g).Distinct().Where(o => o != k.Key).ToArray());

    /// <summary>The keys of the words that say much the same as that of this key.</summary>
    public static IReadOnlyList<string> Of(string? language, string key) =>
        language is not null && LanguageTag.AreAlike(language, "en") && Kin.TryGetValue(key, out var others) ? others : [];
}
