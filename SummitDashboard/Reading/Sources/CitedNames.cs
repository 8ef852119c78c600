using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Sources;

/// <summary>Who is cited, under the one name by which the casebook knows them.</summary>
/// <param name="Key">As an address has it: <c>@slug</c> of a person, <c>:Br</c> of a source, else the name as it is compared.</param>
/// <param name="Actor">The person of the panel; null where it is none.</param>
/// <param name="Source">The source of the casebook; null where it is none.</param>
public sealed record CitedParty(string Key, string Name, Actor? Actor = null, Source? Source = null)
{
    /// <summary>Of its key alone: equal ones have the same, and the whole of a person is long.</summary>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>What kind of party it is, in a word.</summary>
    public string Kind =>
        Actor is not null ? "person"
        : Source is not null ? "source"
        : "other";
}

/// <summary>
/// The names under which coders cite, folded: case, white space and typography make no difference, and a known form of one person’s name
/// (but no epithet), or the name or title of one source, is that person or source. A form that two have stays the words that it is.
/// </summary>
public sealed class CitedNames
{
    private static readonly Derived<Casebook, CitedNames> Known = new(c => new(c));

    private readonly Dictionary<string, CitedParty> byForm = [];
    private readonly Dictionary<string, CitedParty> byKey = [];
    private readonly Dictionary<string, CitedParty> byWords = []; // as coders wrote them

    private CitedNames(Casebook casebook)
    {
        foreach (var (form, source) in Unique(casebook.Sources, s => [s.Name, s.Title?.Value ?? ""]))
            byForm[form] = new(":" + source.Siglum, source.Name, Source: source);
        foreach (var (form, actor) in Unique(casebook.Actors, Forms))
            byForm[form] = new("@" + actor.Slug, actor.Name, actor);
        foreach (var party in byForm.Values)
            byKey.TryAdd(party.Key, party);
        foreach (var actor in casebook.Actors)
            byKey.TryAdd("@" + actor.Slug, new("@" + actor.Slug, actor.Name, actor));
        // Of several spellings the first is the name.
        foreach (var cited in casebook.Sources.SelectMany(SourceIndex.Of(casebook).Annotations).Select(a => a.Quotation.Cites))
            if (cited is { Actor: null } && (cited.Other ?? "") is var other && !byWords.ContainsKey(other))
            {
                var form = Folding.Of(other);
                if (!byForm.TryGetValue(form, out var party))
                    byForm[form] = byKey[KeyOf(form)] = party = new(KeyOf(form), other.Length > 0 ? other : "not said");
                byWords[other] = party;
            }
        People = casebook.Actors.ToDictionary(a => a.Id, a => byKey["@" + a.Slug]);
    }

    private Dictionary<ActorId, CitedParty> People { get; }

    public static CitedNames Of(Casebook casebook) => Known.Of(casebook);

    /// <summary>Who is cited by a quotation of this casebook.</summary>
    public CitedParty Of(Cited cited) => cited.Actor is { } id ? People[id] : byWords[cited.Other ?? ""];

    /// <summary>Those who are cited and are neither person nor source, as coders wrote them.</summary>
    public IEnumerable<string> Others => byWords.Where(w => w.Value is { Actor: null, Source: null }).Select(w => w.Key);

    /// <summary>The one whom an address names; null where nobody is cited so.</summary>
    public CitedParty? Find(string key) => byKey.GetValueOrDefault(key);

    private static IEnumerable<string> Forms(Actor actor) =>
        actor.Names.Where(n => n.Kind != NameKind.Epithet).Select(n => n.Form).Prepend(actor.Name);

    private static IEnumerable<(string Form, T Item)> Unique<T>(IEnumerable<T> items, Func<T, IEnumerable<string>> forms)
        where T : Item =>
        from named in items.SelectMany(i => forms(i).Select(Folding.Of).Where(f => f.Length > 0).Distinct(), (i, f) => (Form: f, Item: i))
        group named.Item by named.Form into all
        where all.Count() == 1
        select (all.Key, all.First());

    // No other is taken for a person or a source.
    private static string KeyOf(string form) => form is ['@' or ':' or '=', ..] ? "=" + form : form;
}
