using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Edits;

/// <summary>Decides on an item that was changed both here and in the casebook folder: take the folder’s version, or keep ours.</summary>
/// <param name="Offered">The folder’s document that was shown ("" where it removes the item), so that nobody decides on another.</param>
public sealed record DecideSeed(string ItemId, string Offered, bool Take) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => Take ? "folder’s version taken" : "folder’s version refused";

    internal override bool BringsTexts => false;

    internal override Plan Plan(Casebook casebook, WriteContext context)
    {
        if (context.Seed(ItemId) is not { Offered: { } offered } seed || offered != Offered)
            return Edits.Plan.No("The folder no longer offers this version. Look at the list again.");
        if (!Take)
            return Edits.Plan.Of();
        var current = casebook.Find(seed.Kind, ItemId);
        if (offered.Length > 0)
            return Documents.Read(seed.Kind, offered) is var theirs && Documents.Same(current, theirs)
                ? Edits.Plan.Of()
                : Edits.Plan.Of(new ItemChange(current, theirs));
        return current is null ? Edits.Plan.Of() : Removal.Of(casebook, current);
    }

    internal override IReadOnlyList<string> WriteBeside(Entry entry)
    {
        var seed = entry.Db.Seeds.Single(s => s.ItemId == ItemId);
        if (Offered.Length == 0)
            entry.Db.Seeds.Remove(seed);
        else
            (seed.Json, seed.Offered) = (Offered, null);
        entry.Db.SaveChanges();
        return [];
    }
}
