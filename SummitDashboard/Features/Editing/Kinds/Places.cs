namespace SummitDashboard.Features.Editing;

/// <summary>Where a part stands in its item's list, for its address. Public: the reading pages link to parts.</summary>
public static class Places
{
    /// <summary>The place of this very part, from 0; -1 where it is not in the list.</summary>
    public static int Of<T>(IReadOnlyList<T> list, T part)
        where T : class
    {
        for (var n = 0; n < list.Count; n++)
            if (ReferenceEquals(list[n], part))
                return n;
        return -1;
    }
}
