namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// Where a session stands: how many moves were made, the stop from 0, how many of its sources are revealed, whether the screen is black.
/// </summary>
public sealed record LiveState(long Seq, int Stop, int Shown, bool Blank);

/// <summary>A presenter by account.</summary>
public sealed record LivePerson(string Id, string Name);

/// <summary>Bytes to be sent to every listener, and which they are.</summary>
public sealed record LiveFrame(long Version, ReadOnlyMemory<byte> Bytes);
