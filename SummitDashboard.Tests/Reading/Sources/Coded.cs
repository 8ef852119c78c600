using SummitDashboard.Domain;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Sources;

/// <summary>Small casebooks with one source and what a test codes on it.</summary>
internal static class Coded
{
    public static readonly Source Source = Repo.Casebook.Sources[0] with
    {
        Id = new("s"),
        Slug = "s",
        Siglum = "Sx",
        Name = "Source",
        Article = new("s.txt", new string('0', 64), 10, 2),
        Paragraphs = [],
        Written = null,
    };

    public static Quotation Words(string exact, int paragraph = 1, string[]? hedges = null, string[]? loaded = null, Cited? cites = null) =>
        new()
        {
            Exact = exact,
            Paragraph = paragraph,
            Hedges = hedges ?? [],
            Loaded = loaded ?? [],
            Cites = cites,
        };

    public static Claim Claim(string slug, params Quotation[] quotations) =>
        new()
        {
            Id = new(slug),
            Slug = slug,
            Question = slug + "?",
            Statement = slug,
            Theme = "t",
            Order = 1,
            Framings =
            [
                new Framing
                {
                    Source = Source.Id,
                    Stance = Stance.Asserts,
                    Quotations = quotations,
                    Gloss = "Our gloss.",
                },
            ],
        };

    public static Casebook Casebook(params Claim[] claims) => new(1, Repo.Casebook.Head, [Source], [], [], claims);

    public static List<Annotation> On(params Quotation[] quotations) => [.. Annotations.Of(Casebook(Claim("a", quotations)), Source)];
}
