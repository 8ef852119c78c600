using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Reading;

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

/// <summary>The query of an address as it came, before anything in it is believed.</summary>
public sealed record ClaimsAddress(
    string[]? Sources = null,
    string? Sort = null,
    string? View = null,
    string? Theme = null,
    string? Stance = null,
    string? AsOf = null,
    string? Diff = null,
    string? Loaded = null,
    string? Hedges = null,
    string? Page = null
)
{
    /// <summary>The address of a request, for endpoints.</summary>
    public static ValueTask<ClaimsAddress> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        return new(
            new ClaimsAddress(
                query["sources"] is { Count: > 0 } sources ? [.. sources.OfType<string>()] : null,
                Of("sort"),
                Of("view"),
                Of("theme"),
                Of("stance"),
                Of("asOf"),
                Of("diff"),
                Of("loaded"),
                Of("hedges"),
                Of("page")
            )
        );

        string? Of(string name) => query[name] is { Count: > 0 } values ? values.ToString() : null;
    }
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

    /// <summary>Page of the list, from 1; not yet held against how many there are.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The only source shown; null where there are more. By itself it differs from none: its figures are those among all sources.</summary>
    public Source? Alone => Shown is { Chosen: true, IsByNumber: false, Sources: [var one] } ? one : null;

    /// <summary>True where neither several sources nor a day were chosen, so that figures count every source of the casebook.</summary>
    public bool CountsAll => (!Shown.Chosen || Alone is not null) && AsOf is null;

    /// <summary>Reads an address. What is not understood falls back to the default and is said in <paramref name="notices"/>; never throws.</summary>
    public static ClaimsQuery Read(Casebook casebook, ClaimsAddress address, ICollection<string> notices) =>
        new()
        {
            Shown = ShownSources.Read(casebook, address.Sources is null ? null : string.Join(',', address.Sources), notices),
            Sort = Term<ClaimSort>(address.Sort, "order", notices) ?? default,
            View = Term<ClaimView>(address.View, "view", notices) ?? default,
            Theme = ThemeOf(casebook, address.Theme, notices),
            Stance = Term<Stance>(address.Stance, "stance", notices),
            AsOf = AsOfDay.Read(address.AsOf, notices),
            OnlyDifferences = Switch(address.Diff, false, "diff", notices),
            Loaded = Switch(address.Loaded, true, "loaded", notices),
            Hedges = Switch(address.Hedges, true, "hedges", notices),
            Page = PageOf(address.Page, notices),
        };

    /// <summary>The address of a page with these choices; defaults are left out.</summary>
    public string ToUrl(string path) => Urls.With(path, [.. Fields()]);

    /// <summary>The address of a claim with these choices.</summary>
    public string ToUrl(Claim claim) =>
        (View == ClaimView.Matrix ? this with { View = ClaimView.Side, Page = 1 } : this with { Page = 1 }).ToUrl(Urls.Claim(claim));

    /// <summary>The choices that are not the default, as a form's hidden fields or an address's query have them.</summary>
    public IEnumerable<(string Name, string? Value)> Fields()
    {
        if (Shown.Value is { } sources)
            yield return ("sources", sources);
        if (View != default)
            yield return ("view", Words.Of(View));
        if (Sort != default)
            yield return ("sort", Words.Of(Sort));
        if (Theme is not null)
            yield return ("theme", Theme);
        if (Stance is { } stance)
            yield return ("stance", Words.Of(stance));
        if (AsOf is { } day)
            yield return ("asOf", AsOfDay.Write(day));
        if (OnlyDifferences)
            yield return ("diff", "on");
        if (!Loaded)
            yield return ("loaded", "off");
        if (!Hedges)
            yield return ("hedges", "off");
        if (Page > 1)
            yield return ("page", Page.ToString(CultureInfo.InvariantCulture));
    }

    private static T? Term<T>(string? word, string what, ICollection<string> notices)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(word))
            return null;
        if (Words.TryRead<T>(word, out var value))
            return value;
        notices.Add($"There is no {what} “{Short(word)}”; it can be {string.Join(", ", Words.All<T>())}.");
        return null;
    }

    private static string? ThemeOf(Casebook casebook, string? key, ICollection<string> notices)
    {
        if (string.IsNullOrEmpty(key) || casebook.Head.Themes.Any(t => t.Key == key))
            return string.IsNullOrEmpty(key) ? null : key;
        notices.Add($"There is no theme “{Short(key)}”; all themes are shown.");
        return null;
    }

    private static bool Switch(string? value, bool otherwise, string name, ICollection<string> notices)
    {
        if (value is "on" or "off")
            return value == "on";
        if (!string.IsNullOrEmpty(value))
            notices.Add($"“{name}” can be on or off, not “{Short(value)}”.");
        return otherwise;
    }

    private static int PageOf(string? value, ICollection<string> notices)
    {
        if (string.IsNullOrEmpty(value))
            return 1;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0)
            return page;
        notices.Add($"There is no page “{Short(value)}”; the first one is shown.");
        return 1;
    }

    internal static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
