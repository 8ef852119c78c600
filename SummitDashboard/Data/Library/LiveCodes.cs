using System.Collections.Concurrent;

namespace SummitDashboard.Data.Library;

/// <summary>
/// The codes by which audiences follow talks, of all open casebooks: a code leads into its casebook from the server’s own page, and into
/// one that is not open to everybody.
/// </summary>
public sealed class LiveCodes
{
    private readonly ConcurrentDictionary<string, string> casebooks = new();

    /// <summary>The id of the casebook in which this code is good; null where there is none.</summary>
    /// <param name="code">As it is kept, not as it was typed.</param>
    public string? CasebookOf(string code) => casebooks.GetValueOrDefault(code);

    /// <summary>Takes a code for a casebook; false where another has it.</summary>
    public bool Take(string code, string casebookId) => casebooks.GetOrAdd(code, casebookId) == casebookId;

    /// <summary>The code is no longer good.</summary>
    public void Free(string code) => casebooks.TryRemove(code, out _);
}
