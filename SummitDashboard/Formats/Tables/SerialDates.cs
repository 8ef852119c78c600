using System.Globalization;

namespace SummitDashboard.Formats.Tables;

/// <summary>Days as spreadsheets number them: from 1900, or in older files of one system from 1904.</summary>
public static class SerialDates
{
    /// <summary>
    /// The day of a number as ISO 8601, with its time where it has one; null where it is none. 60 is the 29 February 1900, which never was.
    /// </summary>
    public static string? Iso(double serial, bool is1904 = false)
    {
        if (double.IsNaN(serial) || serial < 0 || serial >= 2_958_466 || (!is1904 && serial is >= 60 and < 61))
            return null;
        if (!is1904 && serial < 1)
            return TimeSpan.FromDays(serial).ToString("hh\\:mm", CultureInfo.InvariantCulture);
        var start = is1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, serial < 60 ? 31 : 30);
        var moment = start.AddSeconds(Math.Round(serial * 86_400));
        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
