using System.Runtime.CompilerServices;
using SummitDashboard.Domain;

namespace SummitDashboard.Ui;

/// <summary>
/// Which sources a page shows, in writing order, and which colour each has: the same on every page where the casebook has no more
/// sources than colours, else by its place among those shown.
/// </summary>
public sealed class ShownSources
{
    /// <summary>How many sources stand side by side at most; there is a colour for each.</summary>
    public const int Most = 8;

    private static readonly ConditionalWeakTable<Casebook, ILookup<string, Source>> BySiglum = [];

    private readonly Casebook casebook;

    private ShownSources(Casebook casebook, IReadOnlyList<Source> sources, bool chosen) => (this.casebook, Sources, Chosen) = (casebook, sources, chosen);

    /// <summary>In writing order, at most <see cref="Most"/>.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>True where the address names the sources; false where the page shows what it shows by default.</summary>
    public bool Chosen { get; }

    /// <summary>
    /// Reads the value of <c>sources=Br,Ye</c> (sigla, whatever their case). Nothing, or nothing known, shows the first
    /// <see cref="Most"/>; what is not known or too much is said in <paramref name="notices"/>.
    /// </summary>
    public static ShownSources Read(Casebook casebook, string? value, ICollection<string> notices)
    {
        var sigla = (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).Take(200).ToList();
        var known = BySiglum.GetValue(casebook, c => c.Sources.ToLookup(s => s.Siglum, StringComparer.OrdinalIgnoreCase));
        var chosen = sigla.SelectMany(x => known[x]).OrderBy(s => casebook.Sources.PlaceOf(s.Id)).ToList();
        var unknown = sigla.Where(x => !known.Contains(x)).ToList();
        if (unknown.Count > 0) notices.Add($"There is no source {string.Join(", ", unknown.Take(5))} here.");
        if (chosen.Count > Most) notices.Add($"At most {Most} sources stand side by side; the first {Most} are shown.");
        return chosen.Count > 0 ? new(casebook, [.. chosen.Take(Most)], true) : new(casebook, [.. casebook.Sources.Take(Most)], false);
    }

    /// <summary>All sources, or the first <see cref="Most"/>.</summary>
    public static ShownSources Default(Casebook casebook) => Read(casebook, null, []);

    public bool Contains(Source source) => PlaceOf(source) >= 0;

    /// <summary>The value for the address; null where it need not be said.</summary>
    public string? Value => Chosen ? ValueOf(Sources) : null;

    /// <summary>The value after one source is shown or hidden; null (all) rather than none.</summary>
    public string? Toggled(Source source)
    {
        var list = Sources.Where(s => s.Id != source.Id).ToList();
        if (!Contains(source)) list = [.. list.Append(source).OrderBy(s => casebook.Sources.PlaceOf(s.Id))];
        return list.Count == 0 || list.Count == Math.Min(casebook.Sources.Count, Most) && casebook.Sources.Count <= Most ? null : ValueOf(list);
    }

    /// <summary>The colour's number, 1 to <see cref="Most"/>; 0 is the neutral one of a source not shown.</summary>
    public int ColourOf(Source source) =>
        casebook.Sources.Count <= Most ? casebook.Sources.PlaceOf(source.Id) + 1 : PlaceOf(source) + 1;

    private int PlaceOf(Source source)
    {
        for (var place = 0; place < Sources.Count; place++)
            if (Sources[place].Id == source.Id)
                return place;
        return -1;
    }

    private static string ValueOf(IEnumerable<Source> sources) => string.Join(',', sources.Select(s => s.Siglum));
}
