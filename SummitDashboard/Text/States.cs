using System.Collections.Frozen;

namespace SummitDashboard.Text;

/// <summary>Names of states, and of the capitals that stand for their governments, in English. They are some, not all.</summary>
public static class States
{
    private static readonly FrozenSet<string> Quarters = [.. "North South East West".Split(' ')];

    private static readonly FrozenSet<string> Names =
    [
        .. (
            "Afghanistan,Albania,Algeria,Argentina,Armenia,Australia,Austria,Azerbaijan,Bangladesh,Belarus,Belgium,Bolivia,Brazil,"
            + "Britain,Bulgaria,Cambodia,Canada,Chile,China,Colombia,Croatia,Cuba,Cyprus,Denmark,Egypt,Estonia,Ethiopia,Finland,"
            + "France,Germany,Greece,Hungary,Iceland,India,Indonesia,Iran,Iraq,Ireland,Israel,Italy,Japan,Kazakhstan,Kenya,Kuwait,"
            + "Kyrgyzstan,Laos,Latvia,Lebanon,Libya,Lithuania,Luxembourg,Malaysia,Mali,Malta,Mexico,Moldova,Mongolia,Morocco,Myanmar,"
            + "Nepal,Netherlands,New Zealand,Nicaragua,Nigeria,Norway,Oman,Pakistan,Peru,Philippines,Poland,Portugal,Qatar,Romania,"
            + "Russia,Saudi Arabia,Serbia,Singapore,Slovakia,Slovenia,Soviet Union,Spain,Sudan,Sweden,Switzerland,Syria,Taiwan,"
            + "Tajikistan,Thailand,Tunisia,Turkey,Türkiye,Turkmenistan,Ukraine,United Arab Emirates,United Kingdom,United Nations,"
            + "United States,European Union,Uzbekistan,Venezuela,Vietnam,Yemen,Zimbabwe,Ankara,Beijing,Berlin,Brussels,Cairo,"
            + "Damascus,Hanoi,Jerusalem,Kabul,Kiev,Kyiv,Minsk,Moscow,New Delhi,Paris,Pyongyang,Riyadh,Seoul,Taipei,Tehran,Tokyo,"
            + "Warsaw,Washington,Kremlin,White House,Pentagon"
        ).Split(','),
    ];

    /// <summary>True for such a name, and for a quarter with another (“South Velmar”).</summary>
    public static bool Has(string name) => Names.Contains(name) || (name.Split(' ') is [var quarter, _] && IsQuarter(quarter));

    /// <summary>True for “North”, which alone is half a name.</summary>
    public static bool IsQuarter(string word) => Quarters.Contains(word);
}
