using System.Globalization;
using System.Text.RegularExpressions;

namespace SummitDashboard.Data.Database.Backups;

/// <summary>
/// Makes a backup every night, or as soon as the server runs again where it did not at that hour, and keeps the newest few. Files in the
/// folder that it did not make are left alone.
/// </summary>
public sealed partial class NightlyBackup(
    ServerFolder data,
    BackupOptions options,
    TimeProvider clock,
    ServerTroubles troubles,
    ILogger<NightlyBackup> logger
) : IHostedService, IDisposable
{
    /// <summary>How often it looks whether one is due; the first look is one such span after the start, so that it slows nobody.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private const string AboutBroken = "backups that cannot be read";
    private const string AboutGaps = "what is missing in the backups";
    private const string Stamp = "yyyyMMdd-HHmmss";
    private readonly string folder = options.FolderOf(data);
    private PeriodicTask? rounds;

    /// <summary>Makes a backup if one is due; null where none is. Throws where it fails. Called by one thread at a time.</summary>
    public BackupMade? MakeIfDue()
    {
        var now = clock.GetUtcNow();
        if (!options.IsOn)
            return null;
        if (Made().Select(m => (DateTimeOffset?)m.At).Where(at => at <= now).Max() >= LastHour())
            return null;
        Directory.CreateDirectory(folder);
        var made = Backup.Make(
            data,
            Path.Combine(folder, $"summit-nightly-{now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}Z.zip"),
            overwrite: true
        );
        if (made.Missing.Count > 0)
            // An older one may be the last that holds what is missing in this one.
            troubles.Say(
                AboutGaps,
                "The rest is backed up. Until this is mended no older backup is taken away; they may hold what is missing.\n"
                    + string.Join('\n', made.Missing)
            );
        else
        {
            troubles.Clear(AboutGaps);
            foreach (var (path, _) in Made().OrderByDescending(m => m.At).Skip(options.Keep))
                File.Delete(path);
        }
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => LeftoverPattern().IsMatch(Path.GetFileName(path))))
            File.Delete(path);
        logger.LogInformation("Backed up {Casebooks} casebooks to {File} ({Size:N0} bytes).", made.Casebooks, made.File, made.Bytes);
        return made;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.IsOn)
            return Task.CompletedTask;
        rounds = new($"the nightly backup to {folder}", Look, clock, troubles, logger, _ =>
        {
            MakeIfDue();
            return Task.CompletedTask;
        });
        rounds.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (rounds is not null)
            await rounds.DisposeAsync();
    }

    public void Dispose() => rounds?.Dispose();

    // The newest moment of that hour, by the clock on the wall.
    private DateTimeOffset LastHour()
    {
        var zone = clock.LocalTimeZone;
        var here = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime;
        var hour = here.Date + options.Hour;
        if (hour > here)
            hour = hour.AddDays(-1);
        return new(hour, zone.GetUtcOffset(hour));
    }

    // One that is not whole counts for nothing: another is made in its place, and no good one gives way to it.
    private List<(string Path, DateTimeOffset At)> Made()
    {
        var made = new List<(string Path, DateTimeOffset At)>();
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "summit-nightly-*") : [])
            if (
                NamePattern().Match(Path.GetFileName(path)) is { Success: true } name
                && DateTimeOffset.TryParseExact(
                    name.Groups[1].Value,
                    Stamp,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var at
                )
            )
                made.Add((path, at));
        var broken = made.Where(m => !IsWhole(m.Path)).Select(m => m.Path).ToList();
        if (broken.Count > 0)
            troubles.Say(
                AboutBroken,
                "They are cut off or no backups. They are left where they are and do not count as backups; see whether the disk is "
                    + $"full or failing, then take them away.\n{string.Join('\n', broken)}"
            );
        else
            troubles.Clear(AboutBroken);
        return [.. made.Where(m => !broken.Contains(m.Path))];
    }

    // Older versions of the program made databases.
    private static bool IsWhole(string path) => Path.GetExtension(path) == ".zip" ? BackupReader.IsWhole(path) : DatabaseCopy.IsWhole(path);

    [GeneratedRegex(@"^summit-nightly-(\d{8}-\d{6})Z\.(?:db|zip)\z")]
    private static partial Regex NamePattern();

    // What one that was killed left behind.
    [GeneratedRegex(@"^summit-nightly-\d{8}-\d{6}Z\.(db|zip)\.(lock\z|unfinished)")]
    private static partial Regex LeftoverPattern();
}
