namespace SummitDashboard.Domain;

/// <summary>The kinds of item; the numbers are stored.</summary>
public enum ItemKind
{
    Casebook = 0,
    Source = 1,
    Actor = 2,
    Event = 3,
    Claim = 4,
    Grade = 5,
    Talk = 6,
}

/// <summary>The words for the kinds.</summary>
public static class Kinds
{
    /// <summary>The kinds that have a folder of files each.</summary>
    public static readonly ItemKind[] InFolders = [ItemKind.Source, ItemKind.Actor, ItemKind.Event, ItemKind.Claim, ItemKind.Talk];

    /// <summary>The folder inside the casebook folder: <c>sources</c>.</summary>
    public static string Folder(ItemKind kind) => Word(kind) + "s";

    public static string Word(ItemKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>What people call an item: its name, question, label or title.</summary>
    public static string Title(Item item) =>
        item switch
        {
            CasebookHead head => head.Title,
            Source source => source.Name,
            Actor actor => actor.Name,
            Event happening => happening.Label,
            Claim claim => claim.Question,
            Talk talk => talk.Title,
            _ => item.Slug,
        };

    /// <summary>The kind of an item. Throws for a type that is none of the casebook's.</summary>
    public static ItemKind Of(Item item) =>
        item switch
        {
            CasebookHead => ItemKind.Casebook,
            Source => ItemKind.Source,
            Actor => ItemKind.Actor,
            Event => ItemKind.Event,
            Claim => ItemKind.Claim,
            Grade => ItemKind.Grade,
            Talk => ItemKind.Talk,
            _ => throw new ArgumentException($"{item.GetType().Name} is no item of a casebook."),
        };
}
