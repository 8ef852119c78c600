using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Casebooks;

/// <summary>
/// The lists of words with which a casebook begins. They are short, and made by hand to be corrected: whoever reads a language knows better
/// which of its words weaken or evaluate, and a casebook’s own lists take their place (<see cref="CasebookHead.Words"/>).
/// </summary>
public static class DefaultWords
{
    // Of each language: what weakens, what reports, what evaluates. A line that ends in a comma goes on in the next.
    private const string Table = """
        en
        may, might, could, perhaps, possibly, probably, likely, unlikely, apparently, presumably, potentially, seemingly, arguably,
          supposedly, purportedly, reportedly, allegedly, roughly, approximately, effectively, somewhat, in part, to some extent,
          suggest*, appear*, seem*, indicate*, uncertain, unclear, is believed to*, are believed to*, is thought to*, are thought to*,
          is expected to*, are expected to*, believed to, is said to, are said to, was said to, were said to, said to be, said to have,
          is reported to, are reported to, it is possible, as many as
        said, says, say, told, tells, stated, states, announced, announces, announce, claimed, claims, argued, argues, argue, warned,
          warns, warn, reported, reports, noted, notes, added, adds, wrote, writes, confirmed, confirms, confirm, denied, denies, deny,
          insisted, insists, insist, accused, accuses, accuse, alleged, alleges, allege, described, describes, describe, declared,
          declares, declare, believes, believe, believed, doubts, doubted, thinks, think, predicted, predicts, predict, explained,
          explains, explain, emphasized, emphasizes, emphasised, emphasises, stressed, stresses, articulated, asserted, asserts,
          acknowledged, admitted, conceded, revealed, disclosed, commented, remarked, replied, lauded, lauds, praised, praises, hailed,
          hails, vowed, vows, pledged, pledges, promised, promises, urged, urges, slammed, slams, condemned, condemns, criticized,
          criticizes, criticised, criticises, demanded, demands, expressed concern, expressed concerns, expresses concern,
          expressed doubt, expressed doubts, expresses doubt, doubt that, doubt whether, spoke of, speaks of, spoken of,
          raised concerns, voiced concern, voiced concerns, voiced, suggests that, suggested that, saying, stating, adding that,
          noting that, arguing that, claiming that, warning that, insisting that, as saying, reported by, denied by, confirmed by,
          announced by, accusations from, accusations by, allegations from, allegations by, claims from, claims by, warnings from,
          warnings by, a warning from, in the view of, in the opinion of, according to, in the words of
        so-called, notorious, infamous, brutal, ruthless, cruel, savage, barbaric, evil, sinister, heroic, glorious, sacred, steadfast,
          unwavering, desperate*, provocative, aggressive, aggression, belligerent, reckless, dangerous, alarming*, alarms, dire,
          severe, harsh, crushing, urgent*, crucial, critical, vital, much-needed, historic, landmark, unprecedented, dramatic*,
          shocking, stunning, massive, grand, lavish, warm, bitter, fierce, fiery, blatant, outrageous, unprovoked, illegal, rogue,
          regime, puppet, pariah, dictator*, tyrant*, hegemon*, imperialis*, impoverished, poverty-stricken, isolated, embroiled,
          contentious, controversial, protracted, weakened, propaganda, defiant*
        de
        könnte*, dürfte*, mag, möglicherweise, vielleicht, wohl, wahrscheinlich, vermutlich, mutmaßlich, offenbar, anscheinend,
          angeblich, scheint, etwa, ungefähr, rund, soll, sollen
        sagte, sagten, sagt, erklärte, erklärten, erklärt, teilte mit, teilten mit, berichtete*, berichtet, betonte,
          betont, warnte, warnt, behauptete, behauptet,
          bestätigte, bestätigten, dementierte, dementierten, sagen, erklären, warnten, betonten, behaupteten, fügte hinzu, forderte,
          forderten, versicherte, versicherten, beteuerte, meldete, meldeten, meldet, schrieb, schreibt, kritisierte, lobte, lobt,
          unterstrich, äußerte, bezweifelte, bezweifelten, bezweifelt, bezweifeln, sprach von, sprachen von, spricht von,
          verurteilte, verurteilt, kündigte, kündigten, nach Angaben, nach Worten, nach Aussage, nach Ansicht,
          Vorwürfe von, laut, zufolge
        sogenannte*, berüchtigt*, brutal*, rücksichtslos*, heldenhaft*, aggressiv*, provokant*, gefährlich*, verzweifelt*, dramatisch*,
          historisch*, beispiellos*, dringend*, entscheidend*, illegal*, Regime, Machthaber
        fr
        pourrait, pourraient, peut-être, probablement, sans doute, vraisemblablement, apparemment, semble, semblent, serait, seraient,
          aurait, auraient, environ, près de
        a déclaré, a dit, a affirmé, a annoncé, a indiqué, a averti, a confirmé, a démenti, ont déclaré, ont dit,
          ont affirmé, ont annoncé, ont averti, affirme, estime, a souligné, a ajouté, a assuré, a estimé, a expliqué, souligne, déclare,
          annonce, ajoute, explique, selon, d’après
        soi-disant, prétendu*, brutal*, héroïque*, agressif, agressive, provocateur, dangereu*, désespéré*, dramatique*, historique*,
          sans précédent, crucial*, illégal*, régime
        es
        podría, podrían, quizás, quizá, tal vez, probablemente, posiblemente, al parecer, aparentemente, supuestamente, presuntamente,
          parece, parecen, habría, habrían, unos, cerca de
        dijo, dijeron, afirmó, afirmaron, declaró, anunció, señaló, aseguró, advirtió, confirmó, negó, informó, añadió, agregó, explicó,
          sostuvo, subrayó, denunció, manifestó, aseguraron, informaron, anunciaron, señalaron, dice, dicen, afirma, según, de acuerdo con
        llamado, brutal*, heroic*, agresiv*, provocador*, peligros*, desesperad*, dramátic*, históric*, sin precedentes, crucial*,
          ilegal*, régimen
        ru
        может, могут, возможно, вероятно, наверное, видимо, по-видимому, якобы, кажется, похоже, предположительно, около, примерно
        сказал*, заявил*, сообщил*, отметил*, подчеркнул*, предупредил*, подтвердил*, опроверг*, утвержда*, добавил*, пояснил*,
          объявил*, рассказал*, написал*, пишет, говорит, считает, по словам, по данным, по мнению, согласно
        так называем*, жесток*, героическ*, агрессивн*, провокацион*, опасн*, отчаянн*, драматическ*, историческ*, беспрецедентн*,
          незаконн*, режим*, марионеточн*
        ko
        아마*, 것으로 보인다, 것으로 추정*, 것으로 전해*, 가능성*, 수도 있*, 듯하*, 약
        말했다, 밝혔다, 전했다, 강조했다, 주장했다, 경고했다, 보도했다, 발표했다, 설명했다, 따르면
        이른바, 소위, 잔혹*, 도발*, 침략*, 위험*, 절박*, 역사적*, 전례 없*, 불법*, 괴뢰*
        zh
        可能, 也许, 或许, 大概, 大约, 似乎, 据信, 据称, 疑似, 预计, 估计
        说, 表示, 称, 指出, 宣布, 警告, 强调, 证实, 否认, 报道, 根据, 据
        所谓, 臭名昭著, 残暴, 英勇, 侵略, 挑衅, 危险, 绝望, 历史性, 史无前例, 非法, 政权, 傀儡
        ja
        かもしれない, 可能性, おそらく, とみられる, と見られる, ようだ, らしい, 約, およそ, 推定
        述べた, 語った, 明らかにした, 発表した, 強調した, 警告した, 主張した, 報じた, によると, によれば
        いわゆる, 残虐*, 英雄的*, 挑発*, 侵略*, 危険*, 必死*, 歴史的*, 前例のない, 違法*, 傀儡*
        ar
        قد, ربما, لعل, يبدو, من المحتمل, من المرجح, على الأرجح, يُعتقد, نحو, حوالي
        قال, قالت, أعلن, أعلنت, صرح, صرحت, أكد, أكدت, أضاف, أضافت, حذر, حذرت, نفى, نفت, وفقا ل*, بحسب, حسب
        ما يسمى, المزعوم*, وحشي*, بطولي*, عدواني*, استفزازي*, خطير*, تاريخي*, غير مسبوق*, نظام
        """;

    /// <summary>The lists of every language that the program has some for.</summary>
    public static IReadOnlyList<WordList> All { get; } =
    [
        .. Table
            .Replace(",\n  ", ", ", StringComparison.Ordinal)
            .Split('\n')
            .Chunk(4)
            .Select(l => new WordList(l[0].Trim(), Words(l[1]), Words(l[2]), Words(l[3]))),
    ];

    /// <summary>
    /// The words by which a text of this language is looked through: the casebook’s own, else the program’s; null where there are none.
    /// </summary>
    public static WordList? For(CasebookHead head, string? language) =>
        head.WordsOf(language) ?? (language is null ? null : All.FirstOrDefault(w => LanguageTag.AreAlike(w.Language, language)));

    private static string[] Words(string line) => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
