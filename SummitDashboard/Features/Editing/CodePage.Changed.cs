using SummitDashboard.Domain;
using SummitDashboard.Forms;

namespace SummitDashboard.Features.Editing;

/// <summary>A cell that is coded and was changed here: that it was, what leaving it does, and how it is left as it was.</summary>
public partial class CodePage
{
    // What stood here before it was put back, and to what it was.
    private (object Values, object Was)? asWas;

    /// <summary>True for a change of what somebody has coded, not yet saved.</summary>
    private bool IsChanged => MayEdit && IsDirty && Form!.Current(Casebook) is not null;

    private bool CanBeChangedAgain => !IsDirty && asWas is var (_, was) && Fields.Same(was, Started);

    // “the stance (asserts, now disputes), its words”.
    private string Changes
    {
        get
        {
            var (was, now) = (Fields.All(Started).ToHashSet(), Fields.All(Values).ToHashSet());
            was.SymmetricExceptWith(now);
            var groups = was.Select(f => FormBase.Group(f.Key)).Distinct().Order(StringComparer.Ordinal);
            return string.Join(", ", groups.Select(g => g == "stance" ? ChangedStance : Form!.Label(g, Casebook)));
        }
    }

    private string ChangedStance => $"Stance ({Word(Fields.Get(Started, "stance"))}, now {Word(Field("stance"))})";

    private static string Word(string stance) => stance.Length == 0 ? "none" : stance;

    // As leaving has it (FormPage.Saved).
    private string OnLeaving =>
        Restored || Problems.Count > 0 || Conflict is not null || Lacking.Count > 0 ? "Leaving keeps it as a draft." : "Leaving saves it.";

    private async Task PutAsItWas()
    {
        (asWas, away) = ((Fields.Copy(Values), Fields.Copy(Started)), null);
        await Discard();
    }

    private async Task ChangeAgain()
    {
        if (asWas is not var (values, _))
            return;
        asWas = null;
        await TakeUp(values);
    }
}
