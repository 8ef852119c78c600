using System.Diagnostics;

namespace SummitDashboard.Tests.Support;

/// <summary>Packages of the distribution, for a bare machine on which the tests run as root.</summary>
internal static class Debian
{
    /// <summary>Installs a package; does nothing where that is not possible.</summary>
    public static void Install(string package)
    {
        if (Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
            return;
        foreach (var arguments in new[] { "update -q", $"install -y -q {package}" })
            using (
                var process = Process.Start(
                    new ProcessStartInfo("/usr/bin/apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
                )
            )
            {
                process!.OutputDataReceived += (_, _) => { };
                process.ErrorDataReceived += (_, _) => { };
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
                process.WaitForExit(TimeSpan.FromMinutes(5));
            }
    }
}
