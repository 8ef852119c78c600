using Microsoft.AspNetCore.Identity;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Accounts;

/// <summary>What a name and a password have to be, and what is said where they are not.</summary>
public static class AccountRules
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 80;

    private static readonly string[] Common =
    [
        "password",
        "passwort",
        "123456789012",
        "qwertyuiop",
        "letmein",
        "iloveyou",
        "administrator",
        "summitdashboard",
    ];

    /// <summary>What is wrong with a name and a name to sign in with; null where nothing is.</summary>
    public static string? NameProblem(string userName, string name) =>
        !Characters.Shows(name) || name.Trim().Length > MaxName || name.Any(char.IsControl)
            ? $"Give your name, at most {MaxName} characters; it stands beside what you do."
        : userName.Trim().Length is < 2 or > MaxName ? "The name to sign in with has 2 to 80 letters, digits, or any of . _ - @"
        : null;

    /// <summary>What is wrong with a password; null where nothing is.</summary>
    public static string? PasswordProblem(string password, string userName) =>
        password.Length < 12 ? "The password needs at least 12 characters; a few words are good."
        : password.Length > 500 ? "The password is longer than 500 characters."
        : password.Distinct().Count() < 5
        || Common.Any(c => password.Contains(c, StringComparison.OrdinalIgnoreCase))
        || (userName.Trim().Length > 2 && password.Contains(userName.Trim(), StringComparison.OrdinalIgnoreCase))
            ? "This password is too easy to guess; choose another."
        : null;

    /// <summary>What Identity refused, in words.</summary>
    public static string Words(IdentityResult result) =>
        string.Join(
            ' ',
            result.Errors.Select(e =>
                e.Code switch
                {
                    "DuplicateUserName" => "This sign-in name is taken; choose another.",
                    "InvalidUserName" => "The name to sign in with has letters a–z, digits, or any of . _ - @",
                    _ => e.Description,
                }
            )
        );
}
