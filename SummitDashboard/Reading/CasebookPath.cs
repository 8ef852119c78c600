namespace SummitDashboard.Reading;

/// <summary>
/// The casebook that a request’s address names: <c>/c/slug/…</c>. What stands before the rest of the path is the request’s path base, so
/// that every address in a casebook is relative to it.
/// </summary>
/// <param name="Slug">As the address has it; there may be no such casebook.</param>
/// <param name="Server">The server’s own path base, outside of every casebook.</param>
public sealed record CasebookPath(string Slug, PathString Server)
{
    /// <summary>The first part of every such address.</summary>
    public const string Segment = "c";
}
