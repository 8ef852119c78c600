namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Something wrong in a casebook folder: where it stands, and in plain words what to mend.</summary>
/// <param name="File">Path inside the folder, with <c>/</c>.</param>
/// <param name="Line">Counted from 1; 0 where the whole file is meant.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record Problem(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
