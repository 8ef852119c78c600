using System.Diagnostics;

namespace SummitDashboard.Tests.Support;

/// <summary>The program as a process of its own, as a person starts it.</summary>
public static class Run
{
    public sealed record Result(int ExitCode, string Out, string Error);

    /// <summary>
    /// Runs to the end, at most a minute; <paramref name="settings"/> become environment variables (<c>Data__Folder</c>).
    /// </summary>
    public static async Task<Result> ToEnd(string[] arguments, Dictionary<string, string>? settings = null, string? workingDirectory = null)
    {
        using var process = Start(arguments, settings, workingDirectory);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"“{string.Join(' ', arguments)}” did not end within a minute.");
        }
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program and leaves it running; the caller ends it.</summary>
    public static Process Start(string[] arguments, Dictionary<string, string>? settings = null, string? workingDirectory = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? Repo.Root,
        };
        start.Environment.Remove("Casebook__Texts");
        foreach (var (key, value) in settings ?? [])
            start.Environment[key] = value;
        return Process.Start(start)!;
    }
}
