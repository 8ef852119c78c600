using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>The order of the claims.</summary>
public enum ClaimSort
{
    Contested,
    Theme,
    Story,
}

/// <summary>How the claims are laid out: the list or the side-by-side, two sources alone, or the matrix.</summary>
public enum ClaimView
{
    Side,
    Head,
    Matrix,
}

/// <summary>What the room of the claims shows: the one place where its address is read and written.</summary>
public sealed record ClaimsQuery
{
    /// <summary>The sources side by side.</summary>
    public required ShownSources Shown { get; init; }

    public ClaimSort Sort { get; init; }
    public ClaimView View { get; init; }

    /// <summary>Key of the only theme listed; null lists all.</summary>
    public string? Theme { get; init; }

    /// <summary>Lists only claims in which this search finds something: <c>claims=found:sanctions</c>.</summary>
    public FoundSearch? Found { get; init; }

    /// <summary>Whether anything but the choice of sources keeps claims out of the list.</summary>
    public bool IsFiltered => Theme is not null || Stance is not null || OnlyDifferences || Found is not null;

    /// <summary>The same list with every claim in it.</summary>
    public ClaimsQuery Unfiltered => this with { Theme = null, Stance = null, OnlyDifferences = false, Found = null, Page = 1 };

    /// <summary>Lists only claims for which a shown source takes this stance.</summary>
    public Stance? Stance { get; init; }

    /// <summary>Shows the tellings that existed by the end of this day (<see cref="Edtf.DayNumber"/>); null shows all.</summary>
    public long? AsOf { get; init; }

    /// <summary>Leaves out what all shown tellings say alike.</summary>
    public bool OnlyDifferences { get; init; }

    /// <summary>Marks the words that evaluate.</summary>
    public bool Loaded { get; init; } = true;

    /// <summary>Marks the words that weaken.</summary>
    public bool Hedges { get; init; } = true;

    /// <summary>Shows translations that a program made.</summary>
    public bool Machine { get; init; } = true;

    /// <summary>Page of the list, from 1; not yet held against how many there are.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Which stretch of the columns is laid out (<see cref="ColumnWindow"/>); null is the first.</summary>
    public string? Cols { get; init; }

    /// <summary>How the columns are laid out.</summary>
    public ColumnChoice Columns { get; init; } = new();

    /// <summary>
    /// The only source shown; null where there are more. By itself it differs from none: its figures are those among all sources.
    /// </summary>
    public Source? Alone => Shown is { Chosen: true, IsByNumber: false, Sources: [var one] } ? one : null;

    /// <summary>True where neither several sources nor a day were chosen, so that figures count every source of the casebook.</summary>
    public bool CountsAll => (!Shown.Chosen || Alone is not null) && AsOf is null;

    /// <summary>Reads an address; what is not understood falls back to the default.</summary>
    /// <param name="ofClaim">True for one claim’s page or file.</param>
    public static ClaimsQuery Read(Casebook casebook, QueryReader query, bool ofClaim = false)
    {
        return new()
        {
            Shown = ShownSources.Read(casebook, query),
            Sort = Term<ClaimSort>("sort", "order") ?? default,
            View = Term<ClaimView>("view", "view") ?? default,
            Theme = query.Theme("theme", casebook, key => $"There is no theme “{key}”; all themes are shown."),
            Stance = Term<Stance>("stance", "stance"),
            Found = FoundClaims.Read(query),
            AsOf = AsOfDay.Read(query),
            OnlyDifferences = query.Switch("diff", false),
            Loaded = query.Switch("loaded", true),
            Hedges = query.Switch("hedges", true),
            Cols = ColumnWindow.Read(casebook, query),
            Machine = query.Switch("machine", true),
            Columns = ColumnChoice.Read(casebook, query, ofClaim),
            Page = query.Number("page", int.MaxValue, page => $"There is no page “{page}”; the first one is shown.") ?? 1,
        };

        T? Term<T>(string name, string what)
            where T : struct, Enum =>
            query.Term<T>(name, word => $"There is no {what} “{word}”; it can be {string.Join(", ", Vocabulary.All<T>())}.");
    }

    /// <summary>The address of a page with these choices; defaults are left out.</summary>
    public string ToUrl(string path) => Urls.With(path, [.. Fields()]);

    /// <summary>The same with other sources; null shows the default ones.</summary>
    public string ToUrl(string path, string? sources) =>
        Urls.With(path, [("sources", sources), .. Fields().Where(f => f.Name is not ("sources" or ColumnWindow.Name))]);

    /// <summary>The address of a claim with these choices.</summary>
    public string ToUrl(Claim claim) =>
        (this with { View = View == ClaimView.Matrix ? ClaimView.Side : View, Page = 1, Cols = null }).ToUrl(Urls.Claim(claim));

    /// <summary>The same without the columns and how they are laid out, which a form has itself.</summary>
    public IEnumerable<(string Name, string? Value)> WithoutColumns() =>
        (this with { Columns = new(), Cols = null, Page = 1 }).Fields().Where(f => f.Name != "sources");

    /// <summary>What a form leaves as it is, but for the field that it has itself.</summary>
    public IEnumerable<(string Name, string? Value)> Kept(string except) =>
        Fields().Where(f => f.Name is not ("page" or ColumnWindow.Name) && f.Name != except);

    /// <summary>The choices that are not the default, as a form's hidden fields or an address's query have them.</summary>
    public IEnumerable<(string Name, string? Value)> Fields()
    {
        if (Shown.Value is { } sources)
            yield return ("sources", sources);
        if (View != default)
            yield return ("view", Vocabulary.Of(View));
        if (Sort != default)
            yield return ("sort", Vocabulary.Of(Sort));
        if (Theme is not null)
            yield return ("theme", Theme);
        if (Found is { } found)
            yield return (FoundSearch.Claims, found.Value);
        if (Stance is { } stance)
            yield return ("stance", Vocabulary.Of(stance));
        if (AsOf is { } day)
            yield return ("asOf", AsOfDay.Write(day));
        if (OnlyDifferences)
            yield return ("diff", "on");
        if (!Loaded)
            yield return ("loaded", "off");
        if (!Hedges)
            yield return ("hedges", "off");
        foreach (var field in Columns.Fields())
            yield return field;
        if (Cols is not null)
            yield return (ColumnWindow.Name, Cols);
        if (!Machine)
            yield return ("machine", "off");
        if (Page > 1)
            yield return ("page", Page.ToString(CultureInfo.InvariantCulture));
    }
}
