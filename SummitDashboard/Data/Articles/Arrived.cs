using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Articles;

/// <summary>A file that arrived, or why it was not taken.</summary>
/// <param name="Name">
/// Its name, from which is taken what nobody sees and no item may hold: the name becomes the source’s, where no field is for it.
/// </param>
public sealed record Arrived(string Name, byte[] Bytes, string? Problem = null)
{
    /// <inheritdoc cref="Arrived" path="/param[@name='Name']"/>
    public string Name { get; init; } = Plain(Name);

    /// <summary>A file’s name without what nobody sees.</summary>
    public static string Plain(string name) =>
        string.Concat(name.Where(c => !Oddities.IsHidden(c))) is var plain && Characters.Shows(plain) ? plain : "unnamed";
}

/// <summary>A file in the list of those that wait, without what is in it.</summary>
public sealed record ImportEntry(string Id, string Name, long Size, ImportState State, string? Says, string By, DateTime At)
{
    /// <summary>The first that came with the same bytes; null where this one is it.</summary>
    public ImportEntry? SameAs { get; init; }

    /// <summary>The SHA-256 of the texts that were taken in from the same bytes.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];
}

/// <summary>Files were taken in.</summary>
/// <param name="Waiting">How many there are now; the last of them came last.</param>
/// <param name="There">The names of those that were left out, since they are there.</param>
public sealed record FilesCame(int Waiting, IReadOnlyList<string> There) : Outcome.Done;

/// <summary>As which source a file was taken in, and by whom.</summary>
public sealed record TakenIn(SourceId Source, string? AccountId, string By);
