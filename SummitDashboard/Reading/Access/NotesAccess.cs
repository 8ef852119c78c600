using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Access;

/// <summary>
/// Who may read the notes of presenters, on desk and paper, in downloads and in the history: <see cref="AccessOptions.Notes"/>.
/// </summary>
public sealed class NotesAccess(AccessOptions access)
{
    /// <summary>Whether somebody with this role (null: nobody signed in) may.</summary>
    public bool Allows(AccountRole? role) =>
        access.Notes switch
        {
            "all" => true,
            "signed-in" => role is not null,
            _ => Rights.Allows(role, Right.Present),
        };

    /// <summary>A talk as it may be shown to somebody with this role.</summary>
    public Talk For(AccountRole? role, Talk talk) => Allows(role) ? talk : talk.WithoutNotes();

    /// <summary>For whom they are, in words.</summary>
    public string Whose =>
        access.Notes switch
        {
            "all" => "everybody may read them",
            "signed-in" => "signed-in people may read them",
            _ => "presenters may read them",
        };
}
