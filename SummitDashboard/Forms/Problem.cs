namespace SummitDashboard.Forms;

/// <summary>Why a form was not saved: a sentence, and the field that is wrong, where it is one.</summary>
public sealed record Problem(string? Field, string Words);
