using SummitDashboard.Data.Search;

namespace SummitDashboard.Data.Database.FullText;

public sealed partial class FullTextIndex
{
    // What stands anywhere in one source is asked for side by side first: an entry knows no other.
    private SearchExpression Settled(SearchExpression sought) => sought.Settled(side => Among(side, null));
}
