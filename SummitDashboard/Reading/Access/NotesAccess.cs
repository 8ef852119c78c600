using SummitDashboard.Data;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Access;

/// <summary>
/// Who may read the notes of presenters, on desk and paper, in downloads and in the history: the setting <c>Access:Notes</c>.
/// </summary>
public sealed class NotesAccess(IConfiguration configuration)
{
    /// <summary>Whether somebody with this role (null: nobody signed in) may.</summary>
    public bool Allows(AccountRole? role) =>
        Rule(configuration) switch
        {
            "all" => true,
            "signed-in" => role is not null,
            _ => Rights.Allows(role, Right.Present),
        };

    /// <summary>A talk as it may be shown to somebody with this role.</summary>
    public Talk For(AccountRole? role, Talk talk) => Allows(role) ? talk : talk.WithoutNotes();

    /// <summary>For whom they are, in words.</summary>
    public string Whose =>
        Rule(configuration) switch
        {
            "all" => "everybody may read them",
            "signed-in" => "signed-in people may read them",
            _ => "presenters may read them",
        };

    /// <summary>The setting as it is understood. Throws <see cref="StartupException"/> for a word it does not know.</summary>
    public static string Rule(IConfiguration configuration) =>
        configuration["Access:Notes"]?.Trim().ToLowerInvariant() switch
        {
            null or "" or "presenters" => "presenters",
            "signed-in" => "signed-in",
            "all" => "all",
            var other => throw new StartupException($"Access:Notes is “{other}”; it is presenters, signed-in or all."),
        };
}
