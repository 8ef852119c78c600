using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Forms;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>A claim that a row would bring.</summary>
public sealed record ProposedClaim(Claim Claim) : Proposed
{
    /// <summary>What the row itself does not say, and what may be said for all such rows.</summary>
    public RowGaps Gaps { get; init; }

    /// <summary>The theme that it names and the casebook does not have; null where it has it. The key is that which it would get.</summary>
    public Theme? NewTheme { get; init; }
}

/// <summary>What a row of claims leaves out.</summary>
[Flags]
public enum RowGaps
{
    /// <summary>It says what a claim needs.</summary>
    None = 0,

    /// <summary>It has one sentence, and not both a question and a statement.</summary>
    Sentence = 1,

    /// <summary>It names no theme, where there are several.</summary>
    Theme = 2,

    /// <summary>It names no aspect.</summary>
    Aspects = 4,
}

/// <summary>Rows as new claims, which nobody has coded yet. They may leave out what the form of a new claim lets one leave out.</summary>
public sealed class ClaimRows
{
    private const int MostNamed = 12;

    private delegate void Saying(string key, string says, bool isAsked = false);

    private readonly MatchedTable table;
    private readonly Casebook casebook;
    private readonly Func<string, bool> isFormer;
    private readonly ILookup<string, Claim> asked;
    private readonly Dictionary<string, int> before = [];
    private readonly HashSet<string> slugs;
    private readonly string? only;
    private readonly Dictionary<string, Theme> newThemes = []; // by their folded labels
    private readonly ILookup<string, Theme> byKey;
    private readonly ILookup<string, Theme> byLabel;

    private ClaimRows(MatchedTable table, Casebook now, Func<string, bool> isFormer)
    {
        (this.table, this.isFormer) = (table, isFormer);
        only = now.Head.Themes is [var one] ? one.Key : null;
        var known = now.Head.Themes.SelectMany(t => new[] { Folding.Of(t.Key), Folding.Of(t.Label) }).ToHashSet();
        var keys = now.Head.Themes.Select(t => t.Key).ToHashSet();
        foreach (var label in table.Sheet.Rows.Select(r => Tidy.Line(Folding.Composed(table.Of(r, "theme")))))
            if (label.Length > 0 && !known.Contains(Folding.Of(label)) && !newThemes.ContainsKey(Folding.Of(label)))
            {
                var theme = new Theme(Slugs.Free(Slugs.Of(label), keys.Contains), label);
                var alone = now.Head with { Themes = [theme], Note = "" };
                if (RuleLabels.Of(alone, now).Any())
                    continue; // too long for a name, or with signs that nobody sees
                keys.Add(theme.Key);
                newThemes.Add(Folding.Of(label), theme);
            }
        // Rows are held to the rules as they will be, with the themes that they bring.
        casebook =
            table.Defaults.AddsThemes && newThemes.Count > 0
                ? now.With(now.Revision, [new(now.Head, now.Head with { Themes = [.. now.Head.Themes, .. newThemes.Values] })])
                : now;
        (byKey, byLabel) = (casebook.Head.Themes.ToLookup(t => Folding.Of(t.Key)), casebook.Head.Themes.ToLookup(t => Folding.Of(t.Label)));
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
        void Wrong(string key, string says, bool isAsked = false) =>
            problems.Add(new(row.Number, ColumnOf(key), says) { IsAsked = isAsked });

        var (question, statement, slug) = (Tidy.Line(Said("question")), Said("statement").ReplaceLineEndings("\n"), Said("slug"));
        var gaps = RowGaps.None;
        if (question.Length == 0 != (statement.Length == 0))
        {
            gaps |= RowGaps.Sentence;
            if (table.Defaults.IsOneSentence)
                (question, statement) = question.Length > 0 ? (question, question) : (Tidy.Line(statement), statement);
        }
        if (Said("theme").Length == 0 && only is null)
            gaps |= RowGaps.Theme;
        if (LabelsOf(row).Count == 0)
            gaps |= RowGaps.Aspects;
        if (question.Length == 0)
            Wrong(
                "question",
                "The row has no question. Fill it in, match the column that holds it"
                    + (statement.Length > 0 ? ", or say above that the statement stands for it." : "."),
                statement.Length > 0
            );
        if (statement.Length == 0)
            Wrong(
                "statement",
                "The statement is missing. Write neutrally what the sources may tell, match the column that holds it"
                    + (question.Length > 0 ? ", or say above that the question stands for it." : "."),
                question.Length > 0
            );
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
            problems.AddRange(RuleLabels.Of(claim, casebook).Select(p => new Remark(row.Number, ColumnOf(p.Field), p.Words)));
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
            Gaps = gaps,
            NewTheme = newThemes.GetValueOrDefault(Folding.Of(Tidy.Line(Said("theme")))),
            LeftOut = there is not null && IsSame(there, claim) ? $"There already, as {there.Slug}." : null,
            IsThere = there is not null && IsSame(there, claim),
        };
    }

    private static bool IsSame(Claim there, Claim read) =>
        read.Statement.Length == 0 || Folding.Of(there.Statement) == Folding.Of(read.Statement);

    private string ThemeOf(string said, Saying wrong)
    {
        var themes = casebook.Head.Themes;
        if (said.Length == 0)
        {
            if ((only ?? table.Defaults.Theme) is { } chosen)
                return chosen;
            wrong("theme", $"The theme is missing. Write one of {Named(themes.Select(t => t.Label))}, or choose one above for all.", true);
            return "";
        }
        var folded = Folding.Of(said);
        if (byKey[folded].FirstOrDefault() is { } named)
            return named.Key;
        var found = byLabel[folded].ToList();
        if (found is [var one])
            return one.Key;
        wrong(
            "theme",
            found.Count > 1
                ? $"{found.Count} themes are called {Remark.Quoted(said)}. Write the key of the one: {Named(found.Select(t => t.Key))}."
                : $"{Remark.Quoted(said)} is no theme of this casebook. Write one of {Named(themes.Select(t => t.Label))}"
                    + (newThemes.ContainsKey(folded) ? "; or have it added, above." : "."),
            found.Count == 0 && newThemes.ContainsKey(folded)
        );
        return "";
    }

    // None is as good as one, as in the form.
    private EventId? EventOf(string said, Saying wrong)
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

    private List<Aspect> AspectsOf(SheetRow row, Saying wrong)
    {
        var labels = LabelsOf(row);
        var whose = "The row has";
        if (labels.Count == 0 && table.Defaults.Aspects is { } forAll)
            (labels, whose) = ([.. forAll], "What is given above to all that name none has");
        if (labels.Count is < 2 or > 5)
            wrong(
                "aspects",
                (
                    labels.Count == 0
                        ? "The aspects are missing. Give some above to all that name none, or write two to five in the file,"
                        : $"{whose} {Reading.Labels.Count(labels.Count, "aspect")}, and a claim has two to five. Write the labels"
                ) + " with ; between them, or one each in columns “aspect 1”, “aspect 2” …",
                labels.Count == 0
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

    private List<string> LabelsOf(SheetRow row) =>
        [
            .. RowDefaults.Labels(table.Of(row, "aspects")),
            .. table
                .Meanings.Index()
                .Where(m => m.Item == Meanings.OneAspect)
                .Select(m => Tidy.Line(Folding.Composed(row.Cells[m.Index])))
                .Where(l => l.Length > 0),
        ];

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
