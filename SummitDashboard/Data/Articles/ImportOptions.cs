using System.ComponentModel.DataAnnotations;

namespace SummitDashboard.Data.Articles;

/// <summary>The settings under <c>Import</c>: how much may be brought, and how long one file may take.</summary>
public sealed record ImportOptions
{
    /// <summary>The largest request that brings files, in MiB, whatever the settings say of one file.</summary>
    public const int RequestMiB = 64;

    /// <summary>The largest file, in MiB.</summary>
    [Range(1, RequestMiB, ErrorMessage = "it is a whole number from 1 to 64.")]
    public int FileMiB { get; init; } = 15;

    /// <summary>Most files that wait at a time, those of a zip counted one by one.</summary>
    [AtLeastOne]
    public int Files { get; init; } = 2_000;

    /// <summary>Most rows of one table or bibliography.</summary>
    [AtLeastOne]
    public int Rows { get; init; } = 5_000;

    /// <summary>How long the reading of one file may take.</summary>
    [AtLeastOne]
    public int Seconds { get; init; } = 60;

    /// <summary>
    /// The folder of the server under which an owner may name one that is watched; left out, none is watched. A relative path counts from
    /// the program’s home.
    /// </summary>
    public string? FoldersUnder
    {
        get;
        init => field = value is { Length: > 0 } ? Path.GetFullPath(value, DataOptions.Home) : null;
    }

    /// <summary>The largest file, in bytes.</summary>
    public long FileBytes => FileMiB * 1024L * 1024;
}
