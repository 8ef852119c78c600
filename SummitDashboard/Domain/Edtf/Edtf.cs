using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SummitDashboard.Domain;

/// <summary>
/// A date as historians write it: as exact or as vague as it is known. The notation is the Extended Date/Time Format of
/// ISO 8601-2:2019 (https://www.loc.gov/standards/datetime/), level 1 in full, with the one-of sets of level 2 and its years of which
/// any last digits are unspecified (<c>1XXX</c>, <c>XXXX</c>, <c>XXXX-XX</c>).
/// Immutable; two values are equal when their texts are.
/// </summary>
/// <remarks>
/// <para>Years are astronomical: <c>0000</c> is 1 BC and <c>-0400</c> is 401 BC. The calendar is the Gregorian one, continued
/// backwards.</para>
/// <para>The ends of an interval and the items of a set can be any date of level 1, qualified, unspecified or a season. An interval or
/// a range is refused as reversed only where no reading of it is in order: <c>2004/2004-03</c> is read; with a season at an end also
/// where it is written backward: <c>2005-01/2004-24</c>.</para>
/// <para><c>XXXX</c> says nothing of the year, and so has no bounds.</para>
/// <para>A date-time counts as the day that is written, whatever its offset: it is not converted to UTC.</para>
/// <para>The standard ties no season to months. Here they are those of the northern hemisphere's weather: spring (21) is March
/// to May, and winter (24) is December with January and February of the next year.</para>
/// <para>A qualifier (<c>?</c>, <c>~</c>, <c>%</c>) does not widen the bounds: the standard gives it no size.</para>
/// </remarks>
[JsonConverter(typeof(EdtfJsonConverter))]
public sealed record Edtf : IComparable<Edtf>
{
    readonly EdtfParts parts;
    string? words;

    Edtf(string text, EdtfParts parts)
    {
        Text = text;
        this.parts = parts;
        EarliestDay = Bound(span => span.From.Earliest, Math.Min);
        LatestDay = Bound(span => span.To.Latest, Math.Max);
        IsUncertain = parts.Spans.Any(span => span.From.IsUncertain || span.To.IsUncertain);
        IsApproximate = parts.Spans.Any(span => span.From.IsApproximate || span.To.IsApproximate);
    }

    /// <summary>The text exactly as it was given.</summary>
    public string Text { get; }

    /// <summary>
    /// The first day it can be, as a day number (see <see cref="DayNumber"/>): of an interval the first day of its start, of a set
    /// that of its earliest possibility. Null where there is no such bound, because the start is open or unknown.
    /// </summary>
    public long? EarliestDay { get; }

    /// <summary>The last day it can be, as <see cref="EarliestDay"/> is the first; null where the end is open or unknown.</summary>
    public long? LatestDay { get; }

    /// <summary>A one-of set, <c>[…]</c>: one of several possibilities, not known which.</summary>
    public bool IsOneOf => parts.Form == EdtfForm.OneOf;

    /// <summary>A stretch of time, <c>start/end</c>.</summary>
    public bool IsInterval => parts.Form == EdtfForm.Interval;

    /// <summary>Any part of it is marked <c>?</c> or <c>%</c>.</summary>
    public bool IsUncertain { get; }

    /// <summary>Any part of it is marked <c>~</c> or <c>%</c>.</summary>
    public bool IsApproximate { get; }

    /// <summary>The order of <see cref="CompareTo"/>, for what asks for a comparer.</summary>
    public static IComparer<Edtf> Order { get; } = Comparer<Edtf>.Default;

    /// <summary>Reads a text of at most 200 characters. Never throws.</summary>
    /// <param name="value">The date, or null when the answer is false.</param>
    /// <param name="error">Null, or a sentence for the writer: what is wrong, at which character (from 1), and how to mend it.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        [NotNullWhen(true)] out Edtf? value,
        [NotNullWhen(false)] out string? error
    )
    {
        var parts = EdtfParser.Parse(text, out error);
        value = parts is null ? null : new Edtf(text!, parts);
        return value is not null;
    }

    /// <summary>Reads a text, as <see cref="TryParse"/> does.</summary>
    /// <exception cref="FormatException">It is not such a date; the message is the error of <see cref="TryParse"/>.</exception>
    public static Edtf Parse(string text) => TryParse(text, out var value, out var error) ? value : throw new FormatException(error);

    /// <summary>The number of a day: days since 1970-01-01, which is day 0; negative before it.</summary>
    public static long DayNumber(DateOnly day) => new CalendarDay(day.Year, day.Month, day.Day).Number;

    /// <summary>A day number in words, as <see cref="Describe"/> would put that day: 18 June 2024.</summary>
    public static string FormatDay(long day) => EdtfWording.Day(CalendarDay.FromNumber(day));

    /// <summary>A day number as EDTF writes that day: 2024-06-18.</summary>
    public static string FormatIso(long day) =>
        CalendarDay.FromNumber(day) is var d ? FormattableString.Invariant($"{d.Year:0000}-{d.Month:00}-{d.Day:00}") : "";

    /// <summary>The date in English words: 18 or 19 June 2024; about 1984; from 2004 on.</summary>
    public string Describe() => words ??= EdtfWording.Describe(parts);

    /// <summary>
    /// By earliest day, then by latest day, then by text. A start without bound comes before all others, an end without bound
    /// after all others. Zero only for equal values.
    /// </summary>
    public int CompareTo(Edtf? other)
    {
        if (other is null)
            return 1;
        var byEarliest = Nullable.Compare(EarliestDay, other.EarliestDay);
        if (byEarliest != 0)
            return byEarliest;
        var byLatest = (LatestDay ?? long.MaxValue).CompareTo(other.LatestDay ?? long.MaxValue);
        return byLatest != 0 ? byLatest : string.CompareOrdinal(Text, other.Text);
    }

    public bool Equals(Edtf? other) => Text == other?.Text;

    public override int GetHashCode() => Text.GetHashCode();

    public override string ToString() => Text;

    long? Bound(Func<EdtfSpan, long?> end, Func<long, long, long> wider) =>
        parts.Spans.Select(end).Aggregate((a, b) => a is null || b is null ? null : wider(a.Value, b.Value));
}
