using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Casebooks;

/// <summary>Who may grade now: for showing who has not yet.</summary>
public sealed class EligibleGraders(IDbContextFactory<SummitDb> databases)
{
    /// <summary>Account ids and names, by name.</summary>
    public Task<List<(string Id, string Name)>> List() =>
        databases.Read<List<(string, string)>>(db =>
            [
                .. db
                    .Users.AsNoTracking()
                    .Where(a => !a.Disabled)
                    .AsEnumerable()
                    .Where(a => Rights.Allows(a.Role, Right.Grade))
                    .OrderBy(a => a.Name, Collation.Of(null))
                    .Select(a => (a.Id, a.Name)),
            ]
        );
}
