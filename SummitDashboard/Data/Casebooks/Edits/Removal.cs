using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Edits;

/// <summary>Removing an item takes what refers to it along, in the same revision, so that one undo brings all of it back.</summary>
public static class Removal
{
    /// <summary>What would be changed besides the item itself: shown before it is asked for.</summary>
    public static IReadOnlyList<ItemChange> Effects(Casebook casebook, Item item)
    {
        var changes = new List<ItemChange>();
        foreach (var other in casebook.Items().Where(i => i.Id != item.Id || i.GetType() != item.GetType()))
        {
            var without = Without(other, item);
            if (!ReferenceEquals(without, other))
                changes.Add(new(other, without));
        }
        return changes;
    }

    internal static Plan Of(Casebook casebook, Item item) => Plan.Of([.. Effects(casebook, item), new ItemChange(item, null)]);

    // The other item without any reference to this one; the same object where it has none, null where it goes too.
    private static Item? Without(Item other, Item gone) =>
        (other, gone) switch
        {
            (Grade g, Source s) when g.Source == s.Id => null,
            (Grade g, Claim c) when g.Claim == c.Id => null,
            (Claim c, Source s) when c.Of(s.Id) is not null => c with { Framings = [.. c.Framings.Where(f => f.Source != s.Id)] },
            (Claim c, Event e) when c.Event == e.Id => c with { Event = null },
            (Claim c, Actor a) when c.Framings.Any(f => f.Quotations.Any(q => q.Cites?.Actor == a.Id)) => c with
            {
                Framings = [.. c.Framings.Select(f => f with { Quotations = [.. f.Quotations.Select(q => Uncited(q, a))] })],
            },
            (Event e, Source s) when Names(e, s) => e with
            {
                Mentions = [.. e.Mentions.Where(m => m.Source != s.Id)],
                DateBasis = e.DateBasis is { } basis ? basis with { Sources = [.. basis.Sources.Where(id => id != s.Id)] } : null,
            },
            (Event e, Actor a) when e.Actors.Contains(a.Id) || e.Mentions.Any(m => m.Quotation.Cites?.Actor == a.Id) => e with
            {
                Actors = [.. e.Actors.Where(id => id != a.Id)],
                Mentions = [.. e.Mentions.Select(m => m with { Quotation = Uncited(m.Quotation, a) })],
            },
            (Event e, Claim c) when e.Claims.Contains(c.Id) => e with { Claims = [.. e.Claims.Where(id => id != c.Id)] },
            (Actor a, Source s)
                when a.Roles.Any(r => r.Source == s.Id) || a.Names.Any(n => n.Source == s.Id) || a.Statements.Any(t => t.Source == s.Id) =>
                a with
                {
                    Roles = [.. a.Roles.Where(r => r.Source != s.Id)],
                    Names = [.. a.Names.Where(n => n.Source != s.Id)],
                    Statements = [.. a.Statements.Where(t => t.Source != s.Id)],
                },
            (Actor a, Claim c) when a.Statements.Any(t => t.Claims.Contains(c.Id)) => a with
            {
                Statements = [.. a.Statements.Select(t => t with { Claims = [.. t.Claims.Where(id => id != c.Id)] })],
            },
            (Actor a, Actor b)
                when a.Roles.Any(r => r.Quotation.Cites?.Actor == b.Id) || a.Statements.Any(t => t.Quotation.Cites?.Actor == b.Id) => a with
            {
                Roles = [.. a.Roles.Select(r => r with { Quotation = Uncited(r.Quotation, b) })],
                Statements = [.. a.Statements.Select(t => t with { Quotation = Uncited(t.Quotation, b) })],
            },
            (Source s, Event e) when s.Written is { } w && (w.Before == e.Id || w.After == e.Id) => s with
            {
                Written = w with { Before = w.Before == e.Id ? null : w.Before, After = w.After == e.Id ? null : w.After },
            },
            (Talk t, Event e) when t.Stops.Any(s => s.Event == e.Id) => t with { Stops = [.. t.Stops.Where(s => s.Event != e.Id)] },
            (Talk t, Claim c) when t.Stops.Any(s => s.Claim == c.Id) => t with { Stops = [.. t.Stops.Where(s => s.Claim != c.Id)] },
            (Talk t, Source s) when t.Stops.Any(x => x.Sources.Contains(s.Id)) => t with
            {
                Stops = [.. t.Stops.Select(x => Unsaid(x, s.Id))],
            },
            _ => other,
        };

    private static Stop Unsaid(Stop stop, string source)
    {
        IReadOnlyList<string> left = [.. stop.Sources.Where(id => id != source)];
        return stop with { Sources = left, Guess = left.Count == 0 ? null : stop.Guess };
    }

    private static bool Names(Event e, Source s) => e.Mentions.Any(m => m.Source == s.Id) || e.DateBasis?.Sources.Contains(s.Id) == true;

    // Who is cited stays known by name.
    private static Quotation Uncited(Quotation quotation, Actor gone) =>
        quotation.Cites?.Actor == gone.Id ? quotation with { Cites = new(null, gone.Name) } : quotation;
}
