namespace SummitDashboard.Data;

/// <summary>The kinds of item; the numbers are stored.</summary>
public enum ItemKind { Casebook = 0, Source = 1, Actor = 2, Event = 3, Claim = 4 }

/// <summary>The words for the kinds.</summary>
public static class Kinds
{
    /// <summary>The kinds that have a folder of files each.</summary>
    public static readonly ItemKind[] InFolders = [ItemKind.Source, ItemKind.Actor, ItemKind.Event, ItemKind.Claim];

    /// <summary>The folder inside the casebook folder: <c>sources</c>.</summary>
    public static string Folder(ItemKind kind) => Word(kind) + "s";

    public static string Word(ItemKind kind) => kind.ToString().ToLowerInvariant();
}
