namespace SummitDashboard.Forms;

/// <summary>The order of a list’s rows in a form.</summary>
public static class RowOrder
{
    /// <summary>Moves a row to another place, and says where it went; places outside are the ends.</summary>
    public static int Move<T>(List<T> rows, int from, int to)
    {
        if (from < 0 || from >= rows.Count)
            return from;
        to = Math.Clamp(to, 0, rows.Count - 1);
        var row = rows[from];
        rows.RemoveAt(from);
        rows.Insert(to, row);
        return to;
    }
}
