namespace SummitDashboard.Data.Library;

/// <summary>Something in a casebook for which it has to stay open though nobody asks for a page: a talk with an audience, a file that is
/// read, a page that its browser may take up again.</summary>
public interface IHoldsCasebook
{
    bool IsBusy { get; }
}
