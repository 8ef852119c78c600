using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Support;

/// <summary>Edits of every kind, right and wrong by chance, as forms may send them.</summary>
public sealed class EditTries(Random random)
{
    private static readonly string[] Dates =
    [
        "2020-01-05",
        "2020-01-06",
        "2020-01-06/2020-01-07",
        "[2020-01-06,2020-01-07]",
        "[..2020-01-05]",
        "[2020-01-08..]",
        "2020-02",
        "1961",
        "2020-01-05~",
    ];

    private static readonly string[] Notes =
    [
        "",
        "A note.",
        new string('>', 300) + " deep",
        string.Concat(Enumerable.Repeat("- ", 400)) + "list",
        "\u202E",
        "a\u0000b",
    ];

    /// <summary>The next, of a casebook with these articles (by hash).</summary>
    public Edit Next(Casebook casebook, IReadOnlyDictionary<string, ArticleText> texts)
    {
        var (source, claim, happening, actor) = (
            One(casebook.Sources.ToList()),
            One(casebook.Claims.ToList()),
            One(casebook.Events.ToList()),
            One(casebook.Actors.ToList())
        );
        var text = texts[source.Article.Sha256];
        return random.Next(12) switch
        {
            0 => new PutItem(source, source with { Written = Maybe(() => Written(text, happening)) }),
            1 => new PutItem(source, source with { Published = Fact(One(Dates), text), Byline = Fact("N. N.", text) }),
            2 => new PutItem(source, Named(source)),
            3 => new PutItem(
                happening,
                happening with
                {
                    Date = Maybe(() => Edtf.Parse(One(Dates))),
                    DateBasis = new(One(Enum.GetValues<Basis>()), [source.Id], null),
                    Phase = One(Enum.GetValues<Phase>()),
                    Themes = One<string[]>([
                        ["ferry"],
                        [],
                        ["none"],
                        ["ferry", "ferry"],
                    ]),
                }
            ),
            4 => new PutItem(
                casebook.Head,
                casebook.Head with
                {
                    Visit = Edtf.Parse(One(Dates)),
                    Language = One("en", "qq", "English", "ko-KR", ""),
                    Themes = One<Theme[]>([
                        [new("ferry", "The ferry"), new("e\u0301", "Else")],
                        [new("ferry", " ")],
                    ]),
                }
            ),
            5 => new PutItem(claim, claim with { Note = One(Notes), Theme = One("ferry", "none") }),
            6 => new PutItem(
                claim,
                claim with
                {
                    Aspects = One<Aspect[]>([
                        [new("day", "Day"), new("praise", "Praise")],
                        [new("day", "Day"), new("día", "Día")],
                        [],
                    ]),
                }
            ),
            7 => new PutMention(
                happening.Id,
                Maybe(() => happening.Mentions.Count > 0 ? One(happening.Mentions) : null),
                new(source.Id, MentionMode.Reported, Quotation(text), Maybe(() => Edtf.Parse(One(Dates))))
            ),
            8 => new PutRole(actor.Id, null, new(source.Id, Quotation(text))),
            9 => new PutNaming(actor.Id, Maybe(() => actor.Names.Count > 0 ? One(actor.Names) : null), Naming(casebook, source, text)),
            10 => new PutItem(actor, actor with { Note = One(Notes), Name = One("Somebody", "", "e\u0301") }),
            _ => Coded(claim, source, text),
        };
    }

    private PutFraming Coded(Claim claim, Source source, ArticleText text)
    {
        var framing = claim.Of(source.Id);
        return new(
            claim.Id,
            source.Id,
            framing,
            Maybe(() =>
                new Framing
                {
                    Source = source.Id,
                    Stance = One(Enum.GetValues<Stance>()),
                    Also = Maybe<Stance?>(() => One(Enum.GetValues<Stance>())),
                    Coder = "test",
                    Quotations = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Quotation(text))],
                    Aspects =
                    [
                        .. claim.Aspects.Take(random.Next(2)).Select(a => new AspectValue(a.Key, One("day", "Day", "día"), "a day")),
                    ],
                    Empty = [.. claim.Aspects.Skip(random.Next(3)).Select(a => a.Key)],
                    Gloss = One("Says so.", " ", "Says\u0007so."),
                    Note = Maybe(() => One(Notes)),
                }
            )
        );
    }

    private Written Written(ArticleText text, Event happening) =>
        new(
            Edtf.Parse(One(Dates)),
            One(Enum.GetValues<Basis>()),
            Paragraph(),
            Maybe(() => Some(text)),
            null,
            Maybe<EventId?>(() => happening.Id),
            Maybe<EventId?>(() => happening.Id)
        );

    private Fact? Fact(string value, ArticleText text) =>
        Maybe(() => new Fact(value, One(Enum.GetValues<Basis>()), Paragraph(), Maybe(() => Some(text))));

    private Source Named(Source source) =>
        source with
        {
            Siglum = One("Ab", "A", "abcde", "Éé", "e\u0301x", "a b", "हिं", source.Siglum),
            Language = Maybe(() => new Fact(One("en", "qq", "zh-Hant", "German", "de-"), Basis.Inferred)),
            Tags = One<string[]?>([
                ["wire"],
                ["a,b"],
                ["country: KR", "country: KR"],
                ["é"],
                null,
            ]),
            Url = Maybe(() => new Fact(One("https://example.org/", "example.org"), Basis.Inferred)),
            Note = One(Notes),
        };

    private Naming Naming(Casebook casebook, Source source, ArticleText text)
    {
        var naming = new Naming(source.Id, Some(text), NameKind.Surname, random.Next(-1, 3), 0, One(Enum.GetValues<NameMatch>()));
        if (random.Next(4) == 0)
            return naming;
        var (prose, boilerplate) = NameCounts.In(source, text, [.. NameCounts.Lines(source, casebook.Actors), naming]).Of(naming);
        return naming with { Count = prose, Boilerplate = boilerplate };
    }

    private Quotation Quotation(ArticleText text)
    {
        var paragraph = random.Next(1, text.Paragraphs.Count + 1);
        var quotation = new Quotation
        {
            Exact = random.Next(6) == 0 ? "not in it" : Some(text, paragraph),
            Paragraph = random.Next(8) == 0 ? 7 : paragraph,
            Occurrence = random.Next(8) == 0 ? 2 : 1,
            Stance = Maybe<Stance?>(() => One(Enum.GetValues<Stance>())),
            Hedges = random.Next(6) == 0 ? ["maybe"] : [],
        };
        return random.Next(3) == 0 ? quotation with { Position = text.PositionOf(quotation) } : quotation;
    }

    private string Some(ArticleText text, int? of = null)
    {
        var paragraph = text.Paragraphs[(of ?? random.Next(1, text.Paragraphs.Count + 1)) - 1];
        var words = SummitDashboard.Text.Words.In(paragraph);
        var first = random.Next(words.Count);
        var last = Math.Min(words.Count - 1, first + random.Next(5));
        var cut = random.Next(10) == 0 ? 1 : 0;
        return paragraph[(words[first].Start + cut)..words[last].End] is { Length: > 0 } some ? some : "x";
    }

    private int? Paragraph() => Maybe<int?>(() => random.Next(-1, 7));

    private T One<T>(params IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private T? Maybe<T>(Func<T?> make) => random.Next(3) == 0 ? default : make();
}
