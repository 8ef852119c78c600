using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Forms;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>A claim that a row would bring.</summary>
public sealed record ProposedClaim(Claim Claim) : Proposed;

/// <summary>Rows as new claims, which nobody has coded yet. They may leave out what the form of a new claim lets one leave out.</summary>
public sealed class ClaimRows
{
    // What parts the labels in a cell that holds all of them; Arabic and full-width ones too.
    private static readonly char[] Between = [';', '؛', '；', '\n'];
    private const int MostNamed = 12;

    private readonly MatchedTable table;
    private readonly Casebook casebook;
    private readonly Func<string, bool> isFormer;
    private readonly ILookup<string, Claim> asked;
    private readonly Dictionary<string, int> before = [];
    private readonly HashSet<string> slugs;

    private ClaimRows(MatchedTable table, Casebook casebook, Func<string, bool> isFormer)
    {
        (this.table, this.casebook, this.isFormer) = (table, casebook, isFormer);
        asked = casebook.Claims.ToLookup(c => Folding.Of(c.Question));
        slugs = [.. casebook.Claims.Select(c => c.Slug)];
    }

    /// <summary>What each row would bring.</summary>
    /// <param name="table">The rows, with their columns matched.</param>
    /// <param name="casebook">As it stands.</param>
    /// <param name="isFormer">Whether an address leads on to a claim that once had it.</param>
    public static IReadOnlyList<ProposedClaim> Of(MatchedTable table, Casebook casebook, Func<string, bool> isFormer)
    {
        var rows = new ClaimRows(table, casebook, isFormer);
        // What is made up gives way to what a later row says.
        var given = table.Sheet.Rows.Select(r => Folding.Composed(table.Of(r, "slug"))).Where(s => s.Length > 0).ToHashSet();
        return [.. table.Sheet.Rows.Select(r => rows.Read(r, given))];
    }

    private ProposedClaim Read(SheetRow row, HashSet<string> given)
    {
        var problems = new List<Remark>();
        string Said(string key) => Folding.Composed(table.Of(row, key));
        void Wrong(string key, string says) => problems.Add(new(row.Number, ColumnOf(key), says));

        var (question, statement, slug) = (Tidy.Line(Said("question")), Said("statement").ReplaceLineEndings("\n"), Said("slug"));
        if (question.Length == 0)
            Wrong("question", "The row has no question. Fill it in, or match the column that holds it.");
        if (statement.Length == 0)
            Wrong("statement", "The statement is missing. Write neutrally what the sources may tell, or match the column that holds it.");
        var (key, happening, aspects) = (ThemeOf(Said("theme"), Wrong), EventOf(Said("event"), Wrong), AspectsOf(row, Wrong));
        var claim = new Claim
        {
            Id = Ids.New<Claim>(),
            Slug = slug.Length > 0 ? slug : Slugs.Free(Slugs.Of(question), s => slugs.Contains(s) || given.Contains(s) || isFormer(s)),
            Question = question,
            Statement = statement,
            Theme = key,
            Order = 0,
            Event = happening,
            Aspects = aspects,
            Note = Said("note").ReplaceLineEndings("\n"),
        };
        var folded = Folding.Of(question);
        var there = question.Length > 0 ? asked[folded].FirstOrDefault() : null;
        if (there is null && question.Length > 0 && before.TryGetValue(folded, out var first))
            Wrong("question", $"Row {first} asks the same. Ask otherwise, or take one of the two out.");
        else if (there is not null && !IsSame(there, claim))
            Wrong("statement", $"This is asked already, as {there.Slug}, with another statement. Ask otherwise, or change it there.");
        else if (there is null && slug.Length > 0 && slugs.Contains(slug))
            Wrong("slug", $"The short name {Remark.Quoted(slug)} is that of another claim. Give this one another, or leave it out.");
        if (problems.Count == 0)
        {
            problems.AddRange(RuleLabels.Of(claim, casebook).Select(p => new Remark(row.Number, ColumnOf(p.Field), p.Words)));
            problems.AddRange(
                CodebookRules.Unseen(claim).Select(f => new Remark(row.Number, ColumnOf(f.Field), Reading.Prose.Sentence(f.Message)))
            );
        }
        if (there is null && problems.Count == 0)
        {
            before[folded] = row.Number;
            slugs.Add(claim.Slug);
        }
        return new(claim)
        {
            Rows = [row.Number],
            Problems = there is null || !IsSame(there, claim) ? problems : [],
            Remarks = [.. table.Noted(row)],
            LeftOut = there is not null && IsSame(there, claim) ? $"There already, as {there.Slug}." : null,
            IsThere = there is not null && IsSame(there, claim),
        };
    }

    private static bool IsSame(Claim there, Claim read) =>
        read.Statement.Length == 0 || Folding.Of(there.Statement) == Folding.Of(read.Statement);

    private string ThemeOf(string said, Action<string, string> wrong)
    {
        var themes = casebook.Head.Themes;
        if (said.Length == 0)
        {
            if (themes is [var only])
                return only.Key;
            wrong("theme", $"The theme is missing. Write one of {Named(themes.Select(t => t.Label))}.");
            return "";
        }
        var folded = Folding.Of(said);
        if (themes.FirstOrDefault(t => Folding.Of(t.Key) == folded) is { } byKey)
            return byKey.Key;
        var found = themes.Where(t => Folding.Of(t.Label) == folded).ToList();
        if (found is [var one])
            return one.Key;
        wrong(
            "theme",
            found.Count > 1
                ? $"{found.Count} themes are called {Remark.Quoted(said)}. Write the key of the one: {Named(found.Select(t => t.Key))}."
                : $"{Remark.Quoted(said)} is no theme of this casebook. Write one of {Named(themes.Select(t => t.Label))}; or add it "
                    + "first, where the casebook itself is edited."
        );
        return "";
    }

    // None is as good as one, as in the form.
    private EventId? EventOf(string said, Action<string, string> wrong)
    {
        if (said.Length == 0)
            return null;
        if (casebook.Events.TryGetBySlug(said, out var named))
            return named.Id;
        var found = casebook.Events.Where(e => Folding.Of(e.Label) == Folding.Of(said)).ToList();
        if (found is [var one])
            return one.Id;
        wrong(
            "event",
            found.Count > 1
                ? $"{found.Count} events are called {Remark.Quoted(said)}. Name the one by its short name."
                : $"There is no event {Remark.Quoted(said)} in this casebook. Name it by its short name or its label, make it first, or "
                    + "leave the cell empty."
        );
        return null;
    }

    private List<Aspect> AspectsOf(SheetRow row, Action<string, string> wrong)
    {
        var columns = table.Meanings.Index().Where(m => m.Item == Meanings.OneAspect).Select(m => row.Cells[m.Index]);
        var labels = table
            .Of(row, "aspects")
            .Split(Between)
            .Concat(columns)
            .Select(l => Tidy.Line(Folding.Composed(l)))
            .Where(l => l.Length > 0)
            .ToList();
        if (labels.Count is < 2 or > 5)
            wrong(
                "aspects",
                (
                    labels.Count == 0
                        ? "The aspects are missing"
                        : $"The row has {Reading.Labels.Count(labels.Count, "aspect")}, and a claim has two to five"
                ) + ". Write two to five labels with ; between them, or one each in columns “aspect 1”, “aspect 2” …"
            );
        else if (labels.GroupBy(Folding.Of).FirstOrDefault(g => g.Count() > 1) is { } twice)
            wrong("aspects", $"The aspect {Remark.Quoted(twice.First())} stands twice. Take one of the two out.");
        var taken = new HashSet<string>();
        return labels.ConvertAll(label =>
        {
            var key = Slugs.Free(Slugs.Of(label), taken.Contains);
            taken.Add(key);
            return new Aspect(key, label);
        });
    }

    private static string Named(IEnumerable<string> names) =>
        names.ToList() is { Count: > MostNamed } many
            ? $"{string.Join(", ", many.Take(MostNamed).Select(Remark.Quoted))} and {many.Count - MostNamed} more"
            : string.Join(", ", names.Select(Remark.Quoted));

    private int? ColumnOf(string? field) =>
        field?.Split('.')[0] switch
        {
            null => null,
            "aspects" => table.ColumnOf("aspects") ?? table.ColumnOf(Meanings.OneAspect),
            var key => table.ColumnOf(key),
        };
}
