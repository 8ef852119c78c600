using Microsoft.AspNetCore.Components;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Forms;

/// <summary>Who changed what stands open here: the same person at another place is nobody else.</summary>
public abstract partial class FormPage
{
    [Inject]
    private History Changes { get; set; } = null!;

    // The revision that this page was drawn anew for.
    private string ChangedBy(string what) =>
        IsOwnRevision ? $"You have just changed {what} {FormConflict.Elsewhere}" : $"Somebody has just changed {what}";

    private string Kept() => $"{ChangedBy("this too")}. What you typed is kept; saving shows both versions.";

    private bool IsOwnRevision
    {
        get
        {
            try
            {
                return Visitor.AccountId is { } account && Changes.Find(Casebook.Revision)?.AccountId == account;
            }
            catch (DatabaseUnavailableException)
            {
                return false;
            }
        }
    }
}
