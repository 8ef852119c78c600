using System.Security.Cryptography;
using System.Text;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Which slugs there are of each kind, and the ids they stand for: files refer by slug, everything else by id.</summary>
internal sealed class SlugReferences
{
    private readonly Dictionary<(Kind, string), string> ids = [];

    public void Add(Kind kind, string slug, string id) => ids.TryAdd((kind, slug), id);

    public bool TryGet<T>(Kind<T> kind, string slug, out Id<T> id)
        where T : Item<T>
    {
        var found = ids.TryGetValue((kind, slug), out var known);
        id = new(known ?? slug);
        return found;
    }

    /// <summary>The id of an item whose file names none: fixed by its kind and slug, so that every reading gives the same.</summary>
    public static string DefaultId(Kind kind, string slug) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind.Number}/{slug}")))[..12];

    /// <summary>Reads one slug of this kind; the slug itself, and a problem, where there is no such item.</summary>
    public Id<T> Resolve<T>(Fields fields, string name, Kind<T> kind)
        where T : Item<T> => Resolve(fields, name, kind, fields.Term(name, required: true)!);

    public Id<T>? ResolveOptional<T>(Fields fields, string name, Kind<T> kind)
        where T : Item<T> => fields.Term(name) is { } slug ? Resolve(fields, name, kind, slug) : null;

    public IReadOnlyList<Id<T>> ResolveList<T>(Fields fields, string name, Kind<T> kind)
        where T : Item<T> => [.. fields.TextList(name).Select(slug => Resolve(fields, name, kind, slug)).Distinct()];

    private Id<T> Resolve<T>(Fields fields, string name, Kind<T> kind, string slug)
        where T : Item<T>
    {
        if (!TryGet(kind, slug, out var id) && slug.Length > 0)
            fields.Complain($"{name}: there is no {kind.Word} “{slug}”; a file {kind.Folder}/{slug}.md would be it.", name);
        return id;
    }
}
