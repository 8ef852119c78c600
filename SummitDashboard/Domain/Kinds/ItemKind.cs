namespace SummitDashboard.Domain;

/// <summary>The kinds of item; the numbers are stored.</summary>
public enum ItemKind
{
    Casebook = 0,
    Source = 1,
    Actor = 2,
    Event = 3,
    Claim = 4,
    Grade = 5,
    Talk = 6,
    Set = 7,
}
