namespace SummitDashboard.Features.Presenting;

/// <summary>What the stage shows of a live session.</summary>
/// <param name="Code">The session's code.</param>
/// <param name="Url">The whole address, to pass on.</param>
/// <param name="Shown">The address to type, without its scheme.</param>
/// <param name="QrSvg">The whole address as a QR code; safe to insert.</param>
/// <param name="IsLocal">True where the address leads nowhere from another machine.</param>
public sealed record LiveSign(string Code, string Url, string Shown, string QrSvg, bool IsLocal);
