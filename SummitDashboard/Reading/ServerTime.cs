using System.Globalization;

namespace SummitDashboard.Reading;

/// <summary>
/// The one calendar by which moments become days: that of the server's time zone (<c>TZ</c>). What was read, cited and changed in one hour
/// is of one day everywhere; moments are stored as UTC.
/// </summary>
public static class ServerTime
{
    /// <summary>The day it is now.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>The day of a stored moment: <c>28 November 2026</c>.</summary>
    public static string Day(this TimeProvider clock, DateTime utc, string format = "d MMMM yyyy") =>
        Local(clock, utc).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Day and hour of a stored moment, with what tells the zone: <c>28 November 2026, 14:05 UTC+1</c>.</summary>
    public static string Moment(this TimeProvider clock, DateTime utc, string format = "d MMMM yyyy, HH:mm")
    {
        var local = Local(clock, utc);
        var offset = local.Offset;
        var zone =
            offset == TimeSpan.Zero
                ? ""
                : (offset < TimeSpan.Zero ? "−" : "+")
                    + offset.ToString(offset.Minutes == 0 ? "%h" : "h\\:mm", CultureInfo.InvariantCulture);
        return $"{local.ToString(format, CultureInfo.InvariantCulture)} UTC{zone}";
    }

    private static DateTimeOffset Local(TimeProvider clock, DateTime utc) =>
        TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), clock.LocalTimeZone);
}
