using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Forms;

/// <summary>
/// Where a source stands in the order of writing, as its form has it: <c>first</c>, <c>after:</c> or <c>with:</c> another one’s id; empty,
/// where its date belongs. A neighbour stays one whatever others do to the numbers meanwhile.
/// </summary>
public static class WritingPlace
{
    /// <summary>Before all others.</summary>
    public const string First = "first";

    private const string AfterOne = "after:";
    private const string WithOne = "with:";

    /// <summary>After so many places, or at the last of these.</summary>
    public static string Of(int after, bool isTie, IReadOnlyList<WrittenTogether> places) =>
        after == 0 ? First : (isTie ? WithOne : AfterOne) + places[after - 1].Sources[^1].RawId;

    /// <summary>The place of a source among others.</summary>
    public static string Of(Source source, IReadOnlyList<WrittenTogether> places) =>
        Of(places.Count(p => p.Order <= source.Order), places.Any(p => p.Order == source.Order), places);

    /// <summary>
    /// After how many places it stands, and whether at the last of these; null where the source beside which it was put is gone.
    /// </summary>
    public static (int After, bool IsTie)? Read(string text, Edtf? date, IReadOnlyList<WrittenTogether> places)
    {
        if (text.Length == 0)
            return WritingOrder.PlaceOf(date, places);
        if (text == First)
            return (0, false);
        // An older version of the program had the number typed.
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return (places.Count(p => p.Order <= number), places.Any(p => p.Order == number));
        var isTie = text.StartsWith(WithOne, StringComparison.Ordinal);
        var id = text[(isTie ? WithOne : AfterOne).Length..];
        for (var n = 0; n < places.Count; n++)
            if (places[n].Sources.Any(s => s.RawId == id))
                return (n + 1, isTie);
        return null;
    }

    /// <summary>The number of a place; where it is taken, <c>PutSource</c> makes room.</summary>
    /// <param name="now">The source’s number as it stands, which stays where its place does.</param>
    public static int Number((int After, bool IsTie) place, int? now, IReadOnlyList<WrittenTogether> places)
    {
        if (now is { } stands && (places.Count(p => p.Order <= stands), places.Any(p => p.Order == stands)) == place)
            return stands;
        return place.After == 0 ? (places.Count == 0 ? 1 : places[0].Order - 1)
            : place.IsTie ? places[place.After - 1].Order
            : places[place.After - 1].Order + 1;
    }

    /// <summary>“after Tu”, “with Br and Tu”, “first”.</summary>
    public static string Say((int After, bool IsTie) place, IReadOnlyList<WrittenTogether> places) =>
        place.After == 0
            ? "before all others"
            : (place.IsTie ? "at the same time as " : "after ") + Prose.List([.. places[place.After - 1].Sources.Select(s => s.Siglum)]);
}
