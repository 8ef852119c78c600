using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>What pages call the items of a kind, and where they are read.</summary>
/// <param name="Word">What readers call one.</param>
/// <param name="Room">The address of the page that lists them.</param>
/// <param name="AddressOf">Where one is read.</param>
/// <param name="NameOf">What one is called, where only its name is said.</param>
public sealed record KindPage(Kind Kind, string Word, string Room, Func<Item, string> AddressOf, Func<Item, Casebook, string> NameOf);

/// <summary>The pages of every kind of item.</summary>
public static class KindPages
{
    public static readonly IReadOnlyList<KindPage> All =
    [
        Page(HeadKind.Instance, Urls.Overview, _ => Urls.Overview),
        Page(SourceKind.Instance, Urls.Sources, Urls.Source),
        Page(ActorKind.Instance, Urls.Actors, Urls.Actor) with
        {
            Word = "person",
        },
        Page(EventKind.Instance, Urls.Timeline, Urls.Event),
        Page(ClaimKind.Instance, Urls.Claims, Urls.Claim),
        Page(TalkKind.Instance, Urls.Talks, Urls.Talk),
        Page(SetKind.Instance, Urls.Sets, Urls.Set),
        Page(GradeKind.Instance, Urls.Reliability, _ => Urls.Reliability) with
        {
            NameOf = (item, casebook) => NameOf((Grade)item, casebook),
        },
    ];

    /// <summary>The pages of a kind. Throws where nobody has said them.</summary>
    public static KindPage Of(Kind kind) => All.Single(p => p.Kind == kind);

    /// <summary>What an item is called.</summary>
    public static string NameOf(Item item, Casebook casebook) => Of(Kinds.Of(item)).NameOf(item, casebook);

    /// <summary>Where an item is read, by its present name; null for what is not there now.</summary>
    public static string? AddressOf(Item item, Casebook casebook) =>
        Kinds.Of(item) is var kind && kind.Find(casebook, item.RawId) is { } now ? Of(kind).AddressOf(now) : null;

    private static KindPage Page<T>(Kind<T> kind, string room, Func<T, string> address)
        where T : Item<T> => new(kind, kind.Word, room, item => address((T)item), (item, _) => kind.TitleOf(item));

    private static string NameOf(Grade grade, Casebook casebook)
    {
        var source = casebook.Sources.TryGet(grade.Source, out var known) ? Prose.Name(known.Siglum) : "a source that is gone";
        var claim = grade.Claim is { } id && casebook.Claims.TryGet(id, out var judged) ? $", {judged.Question}" : "";
        return $"{grade.Mark ?? "withdrawn"} on {source}{claim}, by {grade.By}";
    }
}
