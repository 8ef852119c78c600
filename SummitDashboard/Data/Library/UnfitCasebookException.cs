namespace SummitDashboard.Data.Library;

/// <summary>What was to become a casebook could not be opened as one; the message says why, to whoever began it.</summary>
internal sealed class UnfitCasebookException(string message) : Exception(message);
