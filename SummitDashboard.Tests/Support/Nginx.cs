using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace SummitDashboard.Tests.Support;

/// <summary>
/// A real nginx with TLS, set up as the README says: its very block, with the addresses put in. The distribution's nginx, or as root on
/// Debian its package; where there is none the test is skipped with the reason, and with <c>CI=true</c> it fails.
/// </summary>
public sealed partial class Nginx : IDisposable
{
    private readonly TempFolder folder;
    private readonly Process process;

    private Nginx(Process process, TempFolder folder, SiteAddress address) =>
        (this.process, this.folder, Address) = (process, folder, address);

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The SHA-256 of its public key, in Base64: by that a browser trusts it as if somebody vouched for it.</summary>
    public static string KeyHash => Convert.ToBase64String(SHA256.HashData(Key.ExportSubjectPublicKeyInfo()));

    /// <summary>The host, over HTTPS.</summary>
    public SiteAddress Address { get; }

    /// <summary>Starts one before servers at these addresses, in the order of the README.</summary>
    public static async Task<Nginx> Before(params string[] servers)
    {
        if (Find() is null)
            Debian.Install("nginx-light");
        if (Find() is not { } program)
        {
            const string reason = "no nginx: it is not installed, and the distribution's package could not be had";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(reason);
            Assert.Skip(reason);
            throw new UnreachableException();
        }
        var folder = new TempFolder();
        var port = FreePort();
        var (certificate, key) = Certificate(folder);
        var text = ReadmeBlock().Match(File.ReadAllText(Path.Combine(Repo.Root, "README.md"))).Groups[1].Value;
        foreach (
            var (said, here) in servers
                .Select((s, i) => ($"http://127.0.0.1:{5080 + i}", s))
                .Append(("listen 443 ssl", $"listen 127.0.0.1:{port} ssl"))
                .Append(("summit.example.org;", "localhost;"))
                .Append(("/etc/ssl/summit.example.org.pem", certificate))
                .Append(("/etc/ssl/summit.example.org.key", key))
        )
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
            text = text.Replace(said, here, StringComparison.Ordinal);
        }
        var temp = string.Join(
            '\n',
            new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(t => $"{t}_temp_path {folder.Sub(t)};")
        );
        var user = Environment.UserName == "root" ? "user root;\n" : "";
        var file = folder.Write(
            "nginx.conf",
            $"{user}daemon off;\nworker_processes 1;\npid {folder.Path}/pid;\nerror_log stderr;\nevents {{ }}\nhttp {{\naccess_log "
                + $"off;\n{temp}\n{text}\n}}\n"
        );
        var start = new ProcessStartInfo(program, ["-c", file, "-p", folder.Path]) { RedirectStandardError = true };
        var complaints = new List<string>();
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, e) =>
        {
            if (e.Data is not null)
                lock (complaints)
                    complaints.Add(e.Data);
        };
        process.BeginErrorReadLine();
        var nginx = new Nginx(process, folder, new($"https://localhost:{port}"));
        using var http = new HttpClient(
            new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            }
        );
        for (var tries = 0; ; tries++)
            try
            {
                using var answer = await http.GetAsync(nginx.Address + "/", TestContext.Current.CancellationToken);
                return nginx;
            }
            catch (HttpRequestException) when (!process.HasExited && tries < 100)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException e)
            {
                nginx.Dispose();
                Assert.Fail($"nginx did not start: {e.Message} {string.Join('\n', complaints)}");
            }
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    private static string? Find() =>
        new[] { "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx" }.FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static (string Certificate, string Key) Certificate(TempFolder folder)
    {
        var request = new CertificateRequest("CN=localhost", Key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(7));
        return (folder.Write("tls.pem", certificate.ExportCertificatePem()), folder.Write("tls.key", Key.ExportPkcs8PrivateKeyPem()));
    }

    [GeneratedRegex("```nginx\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ReadmeBlock();
}
