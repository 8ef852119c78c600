using CsCheck;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Tables;

/// <summary>
/// Any small coding: sources that tell, keep silent, are uncoded or were written before; quotations inside one another, for claims and a
/// person, citing the same party in several spellings, with words marked in the original or the translation; slots filled, found empty, not
/// yet coded.
/// </summary>
internal static class AnyCoding
{
    private static readonly string[] Fragments = ["one", "one two", "one two three", "two three", "four", "four may five", "may five"];

    /// <summary>
    /// Who is cited: the person in three ways, the source and NATO in two; an epithet and a text like a key are others.
    /// </summary>
    public static readonly Cited?[] Parties =
    [
        null,
        null,
        null,
        new(null, "NATO"),
        new(null, " nato"),
        new(null, "unnamed reports"),
        new(new("person"), null),
        new(null, "Person of the Panel"),
        new(null, "surname"),
        new(null, "source 0"),
        new(null, "The Source 0"),
        new(null, "the great one"),
        new(null, "@person"),
    ];

    /// <summary>Any of them, by the number of which it is made.</summary>
    public static readonly Gen<Casebook> Casebooks = Gen.Int[0, int.MaxValue - 1].Select(seed => Build(new(seed)));

    private static Casebook Build(Random random)
    {
        var sources = Enumerable.Range(0, random.Next(1, 6)).Select(n => Source(n, random)).ToList();
        var claims = Enumerable.Range(0, random.Next(0, 7)).Select(n => Claim(n, sources, random)).ToList();
        var later = Repo.Casebook.Events[0] with
        {
            Id = new("later"),
            Slug = "later",
            Date = Edtf.Parse("2024-06-19"),
            Mentions = [],
            Actors = [],
            Claims = [],
            DateBasis = new(Basis.Given, [], null),
        };
        return new(
            1,
            Repo.Casebook.Head with
            {
                Themes = [new("t", "T"), new("u", "U")],
            },
            sources,
            [Person(sources, random)],
            [later],
            claims
        );
    }

    private static Source Source(int n, Random random) =>
        Coded.Source with
        {
            Id = new($"s{n}"),
            Slug = $"s{n}",
            Siglum = $"S{(char)('a' + n)}",
            Name = $"Source {n}",
            Title = n == 0 ? new("The Source 0", Basis.Given) : null,
            Order = n,
            Written = new(Edtf.Parse(random.Next(3) == 0 ? "2024-06-01" : "2024-06-25"), Basis.Given, null, null, null, null, null),
        };

    private static Actor Person(List<Source> sources, Random random) =>
        new()
        {
            Id = new("person"),
            Slug = "person",
            Name = "Person of the Panel",
            Order = 1,
            Names = [new(sources[0].Id, "Surname", NameKind.Surname, 1, 0), new(sources[0].Id, "The great one", NameKind.Epithet, 1, 0)],
            Statements =
            [
                .. Enumerable
                    .Range(0, random.Next(4))
                    .Select(_ => new Statement(sources[random.Next(sources.Count)].Id, StatementMode.Paraphrase, Quotation(random), [])),
            ],
        };

    private static Claim Claim(int n, List<Source> sources, Random random) =>
        new()
        {
            Id = new($"c{n}"),
            Slug = $"c{n}",
            Question = $"Claim {n}?",
            Statement = $"Claim {n}.",
            Theme = random.Next(2) == 0 ? "t" : "u",
            Order = n,
            Event = random.Next(3) == 0 ? new EventId("later") : null,
            Aspects = [new("one", "One"), new("two", "Two")],
            Framings = [.. sources.Where(_ => random.Next(5) > 0).Select(s => Framing(s, random))],
        };

    private static Framing Framing(Source source, Random random)
    {
        if (random.Next(4) == 0)
            return new() { Source = source.Id, Stance = Stance.Silent };
        var terms = new[] { ("one", random.Next(4)), ("two", random.Next(4)) };
        return new()
        {
            Source = source.Id,
            Stance = (Stance)random.Next(5),
            Quotations = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Quotation(random))],
            // 0 is not yet coded, 1 was found empty.
            Aspects = [.. terms.Where(t => t.Item2 > 1).Select(t => new AspectValue(t.Item1, $"t{t.Item2}", $"T{t.Item2}"))],
            Empty = [.. terms.Where(t => t.Item2 == 1).Select(t => t.Item1)],
        };
    }

    private static Quotation Quotation(Random random)
    {
        var exact = Fragments[random.Next(Fragments.Length)];
        return new()
        {
            Exact = exact,
            Paragraph = random.Next(1, 4),
            Cites = Parties[random.Next(Parties.Length)],
            Stance = random.Next(3) == 0 ? (Stance)random.Next(5) : null,
            Hedges = exact.Contains("may", StringComparison.Ordinal) && random.Next(2) == 0 ? ["may"] : [],
            Loaded = random.Next(3) == 0 ? [exact.Split(' ')[^1]] : [],
            Translation =
                random.Next(4) == 0
                    ? new()
                    {
                        Text = "May be grave",
                        Method = TranslationMethod.Machine,
                        Hedges = ["May"],
                        Loaded = ["grave"],
                    }
                    : null,
        };
    }
}
