namespace SummitDashboard.Data;

/// <summary>The program cannot start, for a reason that its user can mend; the message says what, where and how.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
