using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Search;

/// <summary>What is said of searches that are kept.</summary>
public static class SavedLabels
{
    /// <summary>
    /// Says in the notices of a page what an address tells of a change that was not made; the name that was typed, null where none was
    /// refused.
    /// </summary>
    public static string? Say(QueryReader address)
    {
        var name = address.Text("name");
        if (address.Term<SavedProblem>("problem", _ => "Something was not saved.") is not { } problem)
            return null;
        address.Notices.Add(Of(problem, QueryReader.Short(name ?? "")));
        return name ?? "";
    }

    /// <summary>What was done to a search just now, as it follows its name; null where that is not said.</summary>
    public static string? Done(string? what) =>
        what switch
        {
            SavedSearchEndpoints.Restore => " is back.",
            SavedSearchEndpoints.Rename => " is its name now.",
            SavedSearchEndpoints.Tell => ": you are told when new sources match.",
            SavedSearchEndpoints.Quiet => ": you are told no longer.",
            _ => null,
        };

    /// <summary>The name that is proposed for a search.</summary>
    public static string NameFor(string words)
    {
        var name = SavedSearches.Tidy(words);
        return name.Length <= SavedSearches.MostName ? name : name[..Characters.Whole(name, new(0, Proposed)).End] + "…";
    }

    /// <summary>“2 new sources:”, before their names.</summary>
    public static string New(int sources) => $"{Labels.Count(sources, "new source")}:";

    private const int Proposed = 60;

    private static string Of(SavedProblem problem, string name) =>
        problem switch
        {
            SavedProblem.NoName => "The search was not saved: it needs a name.",
            SavedProblem.LongName => $"That name is too long: at most {SavedSearches.MostName} characters.",
            SavedProblem.NoWords => "There is nothing to save: nothing is searched for.",
            SavedProblem.LongWords => $"The search is too long to be saved: at most {SavedSearches.MostWords:N0} characters.",
            SavedProblem.Taken => $"You keep another search as “{name}” already. Choose another name.",
            SavedProblem.KeptAlready => "You keep this search already.",
            SavedProblem.TooMany => $"You keep {SavedSearches.Most} searches in this casebook, and no more fit. Delete one first.",
            SavedProblem.TooManyTold =>
                $"You are told of new sources of {SavedSearches.MostTold} searches, and no more fit. Take the tick from one first.",
            SavedProblem.Gone => "That search is not here any more; it may have been deleted in another tab.",
            SavedProblem.NotAllowed => "Your account may not keep searches here any more.",
            _ =>
                "The index is being made, so what is new could not be told from what is there. Nothing was changed; try again in a moment.",
        };
}
