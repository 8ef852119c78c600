using SummitDashboard.Data.Library;

namespace SummitDashboard.Reading;

/// <summary>Of a request: its address is in a casebook that is not there for who asks.</summary>
public sealed record NoSuchCasebook(string Slug);

/// <summary>Of a request: its address is in a casebook that cannot be opened, and why.</summary>
public sealed record Unopened(CasebookRow Casebook, string Why);
