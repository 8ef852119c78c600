namespace SummitDashboard.Data;

/// <summary>Which casebook of the server somebody is in; each has services of its own, and this among them.</summary>
/// <param name="Id">As in <see cref="Library.CasebookRow.Id"/>.</param>
public sealed record ThisCasebook(string Id)
{
    /// <summary>The id of the one that the settings name (<c>Casebook:Folder</c>).</summary>
    public const string First = "first";
}
