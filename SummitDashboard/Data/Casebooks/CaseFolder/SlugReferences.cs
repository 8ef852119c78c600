using System.Security.Cryptography;
using System.Text;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Which slugs there are of each kind, and the ids they stand for: files refer by slug, everything else by id.</summary>
internal sealed class SlugReferences
{
    private readonly Dictionary<(ItemKind, string), string> ids = [];

    public void Add(ItemKind kind, string slug, string id) => ids.TryAdd((kind, slug), id);

    public bool TryGet(ItemKind kind, string slug, out string id) => ids.TryGetValue((kind, slug), out id!);

    /// <summary>The id of an item whose file names none: fixed by its kind and slug, so that every reading gives the same.</summary>
    public static string DefaultId(ItemKind kind, string slug) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{slug}")))[..12];

    /// <summary>Reads one slug of this kind; the slug itself, and a problem, where there is no such item.</summary>
    public string Resolve(Fields fields, string name, ItemKind kind) => Resolve(fields, name, kind, fields.Term(name, required: true)!);

    public string? ResolveOptional(Fields fields, string name, ItemKind kind) =>
        fields.Term(name) is { } slug ? Resolve(fields, name, kind, slug) : null;

    public IReadOnlyList<string> ResolveList(Fields fields, string name, ItemKind kind) =>
        [.. fields.TextList(name).Select(slug => Resolve(fields, name, kind, slug)).Distinct()];

    private string Resolve(Fields fields, string name, ItemKind kind, string slug)
    {
        if (slug.Length == 0 || ids.TryGetValue((kind, slug), out var id))
            return slug.Length == 0 ? "" : ids[(kind, slug)];
        fields.Complain($"{name}: there is no {Kinds.Word(kind)} “{slug}”; a file {Kinds.Folder(kind)}/{slug}.md would be it.", name);
        return slug;
    }
}
