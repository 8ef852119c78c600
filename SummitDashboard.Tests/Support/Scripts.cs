using CsCheck;

namespace SummitDashboard.Tests.Support;

/// <summary>Random words and texts in many scripts, for properties that must hold in any.</summary>
public static class Scripts
{
    private static readonly string[] Some =
    [
        "envoy",
        "O’Neil’s",
        "Élysée",
        "e\u0301lyse\u0301e",
        "Straße",
        "ŉ",
        "ſo",
        "İzmir",
        "Путина",
        "война\u0301",
        "وبوتين",
        "الرَّئِيس",
        "كـتـاب",
        "ﻻ",
        "ארה״ב",
        "שָׁלוֹם",
        "김정은은",
        "\u1100\u1161\u11A8",
        "金正恩",
        "俄罗斯总统",
        "プーチン",
        "か\u3099",
        "ﾌﾟｰﾁﾝ",
        "ประธานาธิบดี",
        "น้ำ",
        "ລັດເຊຍ",
        "ប្រធានាធិបតី",
        "ရုရှား",
        "राष्ट्रपति",
        "क्षि",
        "Vie\u0323\u0302t",
        "Việt",
        "Ａ１",
        "ﬁn",
        "👩‍👩‍👧",
        "🇰🇷🇷🇺",
        "👍🏽",
        "𝒜𠮷",
        "24",
        "3,5",
        "co\u00ADop",
        "a\u200Bb",
    ];

    private static readonly string[] Between =
    [
        " ",
        " ",
        " ",
        "",
        "\t",
        "\u00A0",
        "\u2009",
        " – ",
        "—",
        "-",
        ", ",
        "。",
        "، ",
        "“",
        "”",
        "'",
        "’",
        "...",
    ];

    private const string Signs = "aAbZzéÉßøŁıİſŉ0189 '’‘.,:;-‑–—_\"“”/()$%&!?…«»\t\n\u00A0£°¶•";

    /// <summary>Some words without anything between them.</summary>
    public static readonly Gen<string[]> Words = Gen.Int[0, Some.Length - 1].Select(i => Some[i]).Array[1, 12];

    /// <summary>Words with what may stand between them.</summary>
    public static readonly Gen<string> Texts = Gen.Select(Gen.Int[0, Some.Length - 1], Gen.Int[0, Between.Length - 1])
        .Array[0, 20]
        .Select(pieces => string.Concat(pieces.Select(p => Some[p.Item1] + Between[p.Item2])));

    /// <summary>Letters, digits and signs of Latin scripts, in any order.</summary>
    public static readonly Gen<string> Latin = Gen.Int[0, Signs.Length - 1]
        .Array[0, 24]
        .Select(n => string.Concat(n.Select(i => Signs[i])));
}
