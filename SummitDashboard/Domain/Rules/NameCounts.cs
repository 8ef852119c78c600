using SummitDashboard.Text;

namespace SummitDashboard.Domain;

/// <summary>
/// How often the forms of a source’s names stand in its article: in the author’s prose, and apart in boilerplate. All forms are counted
/// together, since every place counts once, for the longest.
/// </summary>
public sealed class NameCounts
{
    private readonly Dictionary<NameForm, int> prose = [];
    private readonly Dictionary<NameForm, int> boilerplate = [];

    private NameCounts() { }

    /// <summary>Counts the forms of all these lines, whoever they name.</summary>
    public static NameCounts In(Source source, ArticleText text, IEnumerable<Naming> all)
    {
        var counts = new NameCounts();
        var forms = all.Where(n => n.Form.Length > 0).Select(n => n.Sought).Distinct().ToList();
        for (var i = 0; i < text.Paragraphs.Count; i++)
        {
            var of = source.IsBoilerplate(i + 1) ? counts.boilerplate : counts.prose;
            foreach (var (form, count) in NameForms.Count(text.Paragraphs[i], forms))
                of[form] = of.GetValueOrDefault(form) + count;
        }
        return counts;
    }

    /// <summary>
    /// The lines of a source that were counted rightly and are not once the panel is as it is after, with what they are then: a new form
    /// may take places that a shorter one had.
    /// </summary>
    public static IEnumerable<(Actor Actor, Naming Was, Naming Is)> Moved(
        Source source,
        ArticleText text,
        IReadOnlyCollection<Actor> before,
        IReadOnlyCollection<Actor> after
    )
    {
        var (had, has) = (In(source, text, Lines(source, before)), In(source, text, Lines(source, after)));
        var known = Lines(source, before).ToHashSet();
        return from actor in after
            from line in actor.Names
            where known.Contains(line) && had.Of(line) == (line.Count, line.Boilerplate) && has.Of(line) != had.Of(line)
            let now = has.Of(line)
            select (actor, line, line with { Count = now.Prose, Boilerplate = now.Boilerplate });
    }

    /// <summary>The lines of the naming ledger that a source has.</summary>
    public static IEnumerable<Naming> Lines(Source source, IEnumerable<Actor> actors) =>
        actors.SelectMany(a => a.Names).Where(n => n.Source == source.Id);

    /// <summary>The counts of a line that was among them.</summary>
    public (int Prose, int Boilerplate) Of(Naming name) =>
        (prose.GetValueOrDefault(name.Sought), boilerplate.GetValueOrDefault(name.Sought));
}
