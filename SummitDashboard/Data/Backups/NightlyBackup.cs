using System.Globalization;
using System.Text.RegularExpressions;

namespace SummitDashboard.Data.Backups;

/// <summary>
/// Makes a backup every night, or as soon as the server runs again where it did not at that hour, and keeps the newest few. Files in the
/// folder that it did not make are left alone.
/// </summary>
public sealed partial class NightlyBackup(DataOptions data, BackupOptions options, TimeProvider clock, ILogger<NightlyBackup> logger) : BackgroundService
{
    /// <summary>How often it looks whether one is due; the first look is one such span after the start, so that it slows nobody.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <summary>How long it waits after a failure before it tries again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const string Stamp = "yyyyMMdd-HHmmss";
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    /// <summary>Makes a backup if one is due; null where none is, or where it failed, which is logged. Called by one thread at a time.</summary>
    public BackupMade? MakeIfDue()
    {
        var now = clock.GetUtcNow();
        if (options.Folder is null || now < notBefore) return null;
        try
        {
            if (Made().Select(m => (DateTimeOffset?)m.At).Where(at => at <= now).Max() >= LastHour()) return null;
            Directory.CreateDirectory(options.Folder);
            var made = Backup.Make(data, Path.Combine(options.Folder, $"summit-nightly-{now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}Z.db"), overwrite: true);
            foreach (var (path, _) in Made().OrderByDescending(m => m.At).Skip(options.Keep)) File.Delete(path);
            foreach (var path in Directory.EnumerateFiles(options.Folder).Where(path => LeftoverPattern().IsMatch(Path.GetFileName(path)))) File.Delete(path);
            logger.LogInformation("Backed up revision {Revision} to {File} ({Size:N0} bytes).", made.Revision, made.File, made.Bytes);
            return made;
        }
        catch (Exception e) when (e is StartupException or IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            notBefore = now + Patience;
            logger.LogError("The nightly backup to {Folder} failed: {Why} It is tried again in an hour; “backup <file>” makes one by hand.", options.Folder, e.Message);
            return null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Folder is null) return;
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) MakeIfDue();
    }

    // The newest moment of that hour, by the clock on the wall.
    private DateTimeOffset LastHour()
    {
        var zone = clock.LocalTimeZone;
        var here = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime;
        var hour = here.Date + options.At.ToTimeSpan();
        if (hour > here) hour = hour.AddDays(-1);
        return new(hour, zone.GetUtcOffset(hour));
    }

    private List<(string Path, DateTimeOffset At)> Made()
    {
        var made = new List<(string, DateTimeOffset)>();
        foreach (var path in Directory.Exists(options.Folder) ? Directory.EnumerateFiles(options.Folder, "*.db") : [])
            if (NamePattern().Match(Path.GetFileName(path)) is { Success: true } name
                && DateTimeOffset.TryParseExact(name.Groups[1].Value, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
                made.Add((path, at));
        return made;
    }

    [GeneratedRegex(@"^summit-nightly-(\d{8}-\d{6})Z\.db\z")]
    private static partial Regex NamePattern();

    // What one that was killed left behind.
    [GeneratedRegex(@"^summit-nightly-\d{8}-\d{6}Z\.db\.(lock\z|unfinished)")]
    private static partial Regex LeftoverPattern();
}
