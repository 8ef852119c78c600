using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Editing;

/// <summary>The forms in which the items of each kind are edited, and their parts. Talks have a page of their own.</summary>
public static class KindForms
{
    private static readonly Dictionary<Kind, Func<Item?, FormBase?>> Forms = new()
    {
        [HeadKind.Instance] = item => item is CasebookHead head ? new HeadForm(head) : null,
        [SourceKind.Instance] = item => new SourceForm((Source?)item),
        [ActorKind.Instance] = item => new ActorForm((Actor?)item),
        [EventKind.Instance] = item => new EventForm((Event?)item),
        [SetKind.Instance] = item => new SetForm((SourceSet?)item),
        [ClaimKind.Instance] = item => new ClaimForm((Claim?)item),
    };

    /// <summary>The form of an item, or of a new one (null); null where there is none here.</summary>
    public static FormBase? Of(Kind kind, Item? item) => Forms.GetValueOrDefault(kind)?.Invoke(item);

    /// <summary>The form of a new item; a set begins with the sources that the address chooses.</summary>
    public static FormBase? OfNew(Kind kind, ShownSources shown) =>
        kind == SetKind.Instance && shown.Chosen ? new SetForm(null, shown.Sources) : Of(kind, null);

    /// <summary>
    /// The form of a part of an item, by its place in the list, or of a new one (null); null where there is no such part.
    /// </summary>
    /// <param name="word">What the address calls it.</param>
    /// <param name="source">The source to begin with, where the address names one.</param>
    public static FormBase? OfPart(Item? item, string? word, int? place, Source? source)
    {
        return (item, word) switch
        {
            (Event e, "mention") when IsThere(e.Mentions) => new MentionForm(e, place, At(e.Mentions), source),
            (Actor a, "statement") when IsThere(a.Statements) => new StatementForm(a, place, At(a.Statements), source),
            (Actor a, "role") when IsThere(a.Roles) => new RoleForm(a, place, At(a.Roles), source),
            (Actor a, "name") when IsThere(a.Names) => new NamingForm(a, place, At(a.Names), source),
            _ => null,
        };

        bool IsThere<T>(IReadOnlyList<T> list) => place is not { } p || p < list.Count;
        T? At<T>(IReadOnlyList<T> list)
            where T : class => place is { } p ? list[p] : null;
    }
}
