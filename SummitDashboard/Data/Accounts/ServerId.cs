using System.Security.Cryptography;

namespace SummitDashboard.Data.Accounts;

/// <summary>
/// Tells this server's cookies from those of every other: browsers keep cookies by host, whatever the port, so that two servers on one host
/// would sign each other out. A random word beside the keys, without which nobody is signed in either.
/// </summary>
public sealed class ServerId(ServerFolder data)
{
    private readonly Lazy<string> word = new(() => Read(Path.Combine(data.Keys, "name")));

    /// <summary>The name of a cookie here.</summary>
    public string Cookie(string name) => $"{name}-{word.Value}";

    private static string Read(string file)
    {
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 and <= 32 } known && known.All(char.IsAsciiLetterOrDigit))
            return known;
        var made = RandomNumberGenerator.GetHexString(8, lowercase: true);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, made);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Good until the next start: the keys could not be kept there either.
        }
        return made;
    }
}
