using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Support;

/// <summary>
/// Casebooks of any size for measuring: seeded, so that the same size gives the same casebook, and made of invented words.
/// </summary>
/// <param name="Sources">How many sources; sigla of two to four letters.</param>
/// <param name="Claims">How many claims, in ten themes.</param>
/// <param name="Framings">How many cells are coded, spread over the claims.</param>
/// <param name="Events">How many events, most of them in the background, each mentioned by one to three sources.</param>
/// <param name="IsCiting">Whether every third telling has another’s words: of a person or of one of fifty others.</param>
public sealed record SyntheticCasebook(int Sources, int Claims, int Framings, int Events, int Seed = 7, bool IsCiting = false)
{
    private static readonly string[] Syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "pan", "dor", "fel", "gim"];

    /// <summary>The head, sources, twelve actors, events and claims.</summary>
    public IEnumerable<(ItemKind Kind, Item Item)> Items()
    {
        var random = new Random(Seed);
        var themes = Enumerable.Range(0, 10).Select(t => new Theme($"theme-{t}", $"Theme {t}")).ToList();
        yield return (
            ItemKind.Casebook,
            new CasebookHead
            {
                Id = new("casebook"),
                Slug = "casebook",
                Title = "Synthetic",
                Headline = "A synthetic casebook",
                Lede = "Made to measure with.",
                Visit = Edtf.Parse("2024-06-18/2024-06-19"),
                Themes = themes,
                Phases = Enum.GetValues<Phase>().ToDictionary(p => p, p => p.ToString()),
            }
        );
        for (var i = 0; i < Sources; i++)
            yield return (ItemKind.Source, Source(i, random));
        for (var i = 0; i < 12; i++)
            yield return (ItemKind.Actor, Actor(i, random));
        for (var i = 0; i < Events; i++)
            yield return (ItemKind.Event, Event(i, random, themes));
        for (var i = 0; i < Claims; i++)
            yield return (ItemKind.Claim, Claim(i, random, themes));
    }

    /// <summary>The snapshot, without a database.</summary>
    public Casebook Build()
    {
        var items = Items().Select(i => i.Item).ToList();
        return new(
            1,
            items.OfType<CasebookHead>().Single(),
            items.OfType<Source>(),
            items.OfType<Actor>(),
            items.OfType<Event>(),
            items.OfType<Claim>()
        );
    }

    /// <summary>The real program serving this casebook: its items stand in the database, as after many edits.</summary>
    public TestApp Serve()
    {
        var folder = new TempFolder();
        return new TestApp(
            new Dictionary<string, string> { ["Casebook:Folder"] = Store(folder), ["Data:Folder"] = folder.Sub("data") }
        ).Started();
    }

    /// <summary>
    /// Writes the items into <c>data/summit.db</c>, as after many edits, and a head into the casebook's folder, which it returns.
    /// </summary>
    public string Store(TempFolder folder)
    {
        folder.Write(
            "seeds/casebook.md",
            """
            ---
            id: head
            title: Synthetic
            headline: A synthetic casebook
            lede: Made to measure with.
            visit: "2024-06-18/2024-06-19"
            phases: { background: Background, before: Before, visit: Visit, aftermath: Aftermath }
            themes: { theme-0: Theme 0, theme-1: Theme 1, theme-2: Theme 2, theme-3: Theme 3, theme-4: Theme 4,
              theme-5: Theme 5, theme-6: Theme 6, theme-7: Theme 7, theme-8: Theme 8, theme-9: Theme 9 }
            ---
            """
        );
        using (
            var db = new SummitDb(
                new DbContextOptionsBuilder<SummitDb>()
                    .UseSqlite($"Data Source={Path.Combine(folder.Sub("data"), "summit.db")};Pooling=false")
                    .Options
            )
        )
        {
            db.Database.Migrate();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.Items.AddRange(
                Items()
                    .Where(i => i.Kind != ItemKind.Casebook)
                    .Select(i => new ItemRow
                    {
                        Id = i.Item.RawId,
                        Kind = i.Kind,
                        Slug = i.Item.Slug,
                        Version = 1,
                        Json = Documents.Write(i.Item),
                    })
            );
            db.SaveChanges();
        }
        return Path.Combine(folder.Path, "seeds");
    }

    private static string Id(string kind, int i) => $"{kind}-{i}";

    private static string Text(Random random, int words) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, words)
                .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Syllables[random.Next(Syllables.Length)])))
        );

    private static Quotation Quote(Random random) => new() { Exact = Text(random, random.Next(4, 10)), Paragraph = random.Next(1, 11) };

    private static string Siglum(int i)
    {
        var letters = "";
        for (var n = i + 26; n > 0; n /= 26)
            letters = (char)('a' + n % 26) + letters;
        return char.ToUpperInvariant(letters[0]) + letters[1..];
    }

    private static Source Source(int i, Random random) =>
        new()
        {
            Id = new(Id("source", i)),
            Slug = Id("source", i),
            Siglum = Siglum(i),
            Name = Text(random, 3),
            Order = i,
            Colour = i < SourceColours.Count ? i + 1 : SourceColours.Neutral,
            Article = new(
                $"{i}.txt",
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i))),
                600,
                10
            ),
            Written = new(Edtf.Parse($"2024-06-{random.Next(10, 28)}"), Basis.Given, 1, null, null, null, null),
            Paragraphs = [.. Enumerable.Range(1, 10).Select(n => new ParagraphNote(n, ParagraphKind.Body, Text(random, 8)))],
        };

    private Actor Actor(int i, Random random) =>
        new()
        {
            Id = new(Id("actor", i)),
            Slug = Id("actor", i),
            Name = Text(random, 2),
            Order = i,
            Names =
            [
                .. Enumerable
                    .Range(0, Math.Min(40, Sources))
                    .Select(s => new Naming(new(Id("source", s)), Text(random, 1) + s, NameKind.Surname, random.Next(1, 9), 0)),
            ],
            Statements =
            [
                .. Enumerable
                    .Range(0, 20)
                    .Select(_ => new Statement(
                        new(Id("source", random.Next(Sources))),
                        StatementMode.Paraphrase,
                        Quote(random),
                        [new(Id("claim", random.Next(Claims)))]
                    )),
            ],
        };

    private Event Event(int i, Random random, List<Theme> themes)
    {
        var phase = (i % 20) switch
        {
            0 => Phase.Visit,
            1 => Phase.Before,
            2 => Phase.Aftermath,
            _ => Phase.Background,
        };
        var date = phase switch
        {
            Phase.Visit => "[2024-06-18,2024-06-19]",
            Phase.Before => $"2024-06-{random.Next(1, 18):00}",
            Phase.Aftermath => $"2024-{random.Next(7, 13):00}-{random.Next(1, 29):00}",
            _ => $"{random.Next(1945, 2024)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
        };
        return new()
        {
            Id = new(Id("event", i)),
            Slug = Id("event", i),
            Label = Text(random, 4),
            Date = Edtf.Parse(date),
            Phase = phase,
            DateBasis = new(Basis.Given, [new(Id("source", random.Next(Sources)))], null),
            Actors = [new(Id("actor", random.Next(12)))],
            Themes = [themes[random.Next(themes.Count)].Key],
            Claims = [new(Id("claim", random.Next(Claims)))],
            Mentions =
            [
                .. Enumerable
                    .Range(0, random.Next(1, 4))
                    .Select(_ => new Mention(
                        new(Id("source", random.Next(Sources < 20 || random.Next(3) > 0 ? Math.Min(Sources, 8) : Sources))),
                        (MentionMode)random.Next(4),
                        Quote(random),
                        null
                    )),
            ],
        };
    }

    private Claim Claim(int i, Random random, List<Theme> themes)
    {
        var perClaim = Math.Max(1, Framings / Claims);
        // Half of the cells lie among the first sources, so that the pages measured have something to show.
        var sources = Enumerable
            .Range(0, Math.Min(8, Sources))
            .Concat(Enumerable.Range(0, perClaim * 2).Select(_ => random.Next(Sources)))
            .Distinct()
            .Take(perClaim);
        return new()
        {
            Id = new(Id("claim", i)),
            Slug = Id("claim", i),
            Question = Text(random, 6) + "?",
            Statement = Text(random, 10),
            Theme = themes[i % themes.Count].Key,
            Order = i,
            Aspects = [new("one", "One"), new("two", "Two"), new("three", "Three")],
            Framings = [.. sources.Select(s => Citing(Framing(s, random), s + i))],
        };
    }

    private Framing Citing(Framing told, int n) =>
        !IsCiting || n % 3 > 0
            ? told
            : told with
            {
                Quotations =
                [
                    .. told.Quotations.Select(q =>
                        q with
                        {
                            Cites = n % 2 == 0 ? new(new(Id("actor", n / 6 % 12)), null) : new(null, $"The Office No. {n / 6 % 50}"),
                        }
                    ),
                ],
            };

    private static Framing Framing(int source, Random random)
    {
        var stance = (Stance)random.Next(6);
        return stance == Stance.Silent
            ? new()
            {
                Source = new(Id("source", source)),
                Stance = stance,
                ReadBy = "nobody",
                ReadOn = new(2026, 1, 1),
            }
            : new()
            {
                Source = new(Id("source", source)),
                Stance = stance,
                Coder = "nobody",
                Quotations = [Quote(random), Quote(random)],
                Gloss = Text(random, 12),
                Aspects = [new("one", Syllables[random.Next(4)], Text(random, 3)), new("two", Syllables[random.Next(4)], Text(random, 3))],
                Empty = ["three"],
            };
    }
}
