using System.Collections.Frozen;

namespace SummitDashboard.Text;

/// <summary>What days of the week and months are called, for words of which nothing else says that they are such.</summary>
internal static class DayNames
{
    private static readonly FrozenSet<string> Weekdays = Read(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
        "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira quinta-feira",
        "sexta-feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "poniedziałek wtorek środa czwartek piątek sobota niedziela",
        "понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа пʼятниця неділя",
        "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
        "월요일 화요일 수요일 목요일 금요일 토요일 일요일 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
        "星期一 星期二 星期三 星期四 星期五 星期六 星期日"
    );

    // Of the scripts in which other words begin as months do: in the others the beginning says enough.
    private static readonly FrozenSet<string> Months = Read(
        "january february march april may june july august september october november december",
        "jan feb mar apr jun jul aug sep sept oct nov dec",
        "januar jänner februar feber märz mai juni juli oktober dezember mär mrz okt dez",
        "janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc",
        "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic",
        "gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre gen mag giu lug set ott",
        "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out",
        "januari februari maart april mei augustus maa mrt",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"
    );

    private const char LastLatin = '\u024F';

    /// <summary>Whether a word is what a day of the week is called, whole or short.</summary>
    public static bool IsWeekday(string word) => Weekdays.Contains(Folding.Of(word).Trim('.', ','));

    /// <summary>Whether a word may be a month’s whole name or its usual short form.</summary>
    public static bool IsMonth(string word) => word[0] > LastLatin || Months.Contains(Folding.Of(word).Trim('.', ','));

    private static FrozenSet<string> Read(params string[] lines) => lines.SelectMany(l => l.Split(' ')).Select(Folding.Of).ToFrozenSet();
}
