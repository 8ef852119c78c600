namespace SummitDashboard.Tests.Support;

/// <summary>
/// Where a server or one of its casebooks is reached; as a base of other addresses with a slash at the end, which it needs.
/// Adding an address of the app, with a slash before it or without, is what a
/// browser asks for.
/// </summary>
public readonly record struct SiteAddress(string Root)
{
    public static string operator +(SiteAddress site, string path) => path.StartsWith('/') ? site.Root + path : $"{site.Root}/{path}";

    public static implicit operator string(SiteAddress site) => site.Root + "/";

    public override string ToString() => Root;
}
