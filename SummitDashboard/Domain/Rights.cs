using System.Text.Json.Serialization;

namespace SummitDashboard.Domain;

/// <summary>What a person was given in a casebook; each role may do what those before it may. The words are stored.</summary>
[JsonConverter(typeof(KebabCase<AccountRole>))]
public enum AccountRole
{
    /// <summary>Reads what is for members only.</summary>
    Reader,
    Presenter,
    Editor,
    Owner,
}

/// <summary>Something that not everybody may do. Every write names the one it needs.</summary>
public enum Right
{
    /// <summary>See the casebook; whom it is open to is asked before a request comes as far as to it.</summary>
    Read,

    /// <summary>Drive a live talk.</summary>
    Present,

    /// <summary>Make talks.</summary>
    Compose,

    /// <summary>Change the casebook, supply articles, undo.</summary>
    Edit,

    /// <summary>Grade sources and framings.</summary>
    Grade,

    /// <summary>Invite people, give roles; of the server also: disable, and give passwords.</summary>
    ManagePeople,

    /// <summary>Say who may read the casebook, put it away, delete it; of the server also: begin one.</summary>
    ManageCasebook,

    /// <summary>Name a folder of the server that is watched: had by owners of the server only, in whatever casebook.</summary>
    NameServerFolder,
}

/// <summary>Which role has which right: the one table of it.</summary>
public static class Rights
{
    /// <summary>Whether a role, or nobody signed in (null), has a right.</summary>
    public static bool Allows(AccountRole? role, Right right) => right == Right.Read || role >= Least(right);

    /// <summary>The least role that has a right; for <see cref="Right.Read"/> the least there is.</summary>
    public static AccountRole Least(Right right) =>
        right switch
        {
            Right.Read => AccountRole.Reader,
            Right.Present or Right.Compose => AccountRole.Presenter,
            Right.Edit or Right.Grade => AccountRole.Editor,
            Right.ManagePeople or Right.ManageCasebook or Right.NameServerFolder => AccountRole.Owner,
            _ => throw new ArgumentOutOfRangeException(nameof(right), right, "No role was given this right."),
        };
}

/// <summary>Who makes a change: a person by the account's id, or the program itself (null) under a name.</summary>
public sealed record Author(string? AccountId, string Name)
{
    /// <summary>What the casebook folder brought.</summary>
    public static readonly Author Folder = new(null, "casebook folder");

    /// <summary>What the program did by itself at its start.</summary>
    public static readonly Author Dashboard = new(null, "the dashboard");

    /// <summary>Whoever has the machine's shell, and so the database itself.</summary>
    public static readonly Author Shell = new(null, "the shell");
}
