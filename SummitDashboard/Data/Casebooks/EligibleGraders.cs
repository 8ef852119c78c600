using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Casebooks;

/// <summary>Who may grade now: for showing who has not yet.</summary>
public sealed class EligibleGraders(Roles roles, ThisCasebook casebook)
{
    /// <summary>Account ids and names, by name.</summary>
    public Task<List<(string Id, string Name)>> List() =>
        Reads.Aside<List<(string, string)>>(() => [.. roles.Who(casebook.Id, Right.Grade).OrderBy(p => p.Name, Collation.Of(null))]);
}
