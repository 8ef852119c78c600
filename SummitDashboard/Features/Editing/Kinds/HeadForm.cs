using SummitDashboard.Domain;
using SummitDashboard.Forms;

namespace SummitDashboard.Features.Editing;

/// <summary>The title page as fields.</summary>
public sealed class HeadFields : ItemFields
{
    public string Title { get; set; } = "";
    public string Headline { get; set; } = "";
    public string Lede { get; set; } = "";

    /// <summary>EDTF, as it was typed.</summary>
    public string Visit { get; set; } = "";
    public string Language { get; set; } = "";

    /// <summary>What each phase is called, by its word.</summary>
    public Dictionary<string, PhaseFields> Phases { get; set; } = [];
    public List<PairFields> Themes { get; set; } = [];
    public List<WordListFields> Words { get; set; } = [];
}

/// <summary>What a phase is called.</summary>
public sealed class PhaseFields
{
    public string Label { get; set; } = "";
}

/// <summary>The casebook itself: title, lede, days, phases, themes.</summary>
public sealed class HeadForm(CasebookHead head) : ItemForm<CasebookHead, HeadFields>(head)
{
    protected override ItemKind Kind => ItemKind.Casebook;
    public override string Title => "Edit the casebook’s title page";

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
        [
            new("title", "Title", IsRequired: true),
            new("headline", "Headline", IsRequired: true),
            new("lede", "Lede", FieldKind.Text, IsRequired: true),
            new(
                "visit",
                "The days that the timeline unfolds",
                Hint: "An EDTF interval: 2024-06-18/2024-06-19. Empty as long as they are not known."
            ),
            new("language", "Language of the casebook", FieldKind.Language, "Its name, or a tag such as en."),
            .. Enum.GetValues<Phase>().Select(p => new FieldSpec($"phases.{Vocabulary.Of(p)}.label", Called(p))),
            new(
                "themes",
                "Themes",
                FieldKind.Pairs,
                "In the order shown. The key may be left out, and is then made of the label.",
                IsRequired: true
            ),
            new(
                "words",
                "Words to ask about",
                FieldKind.Words,
                "By language: what is proposed to a coder where it stands in a quotation or beside it. One word or phrase in each line; "
                    + "one that ends in * stands for every word that begins so. A language without a list of its own has the program’s."
            ),
            Note,
        ];

    private static string Called(Phase phase) =>
        phase switch
        {
            Phase.Background => "What lies far before is called",
            Phase.Before => "What comes shortly before is called",
            Phase.Visit => "What the casebook is about is called",
            _ => "What follows it is called",
        };

    public override HeadFields Fill(object? part, Casebook casebook)
    {
        var h = (CasebookHead)part!;
        return new()
        {
            Title = h.Title,
            Headline = h.Headline,
            Lede = h.Lede,
            Visit = h.Visit?.Text ?? "",
            Language = h.Language,
            Phases = h.Phases.ToDictionary(p => Vocabulary.Of(p.Key), p => new PhaseFields { Label = p.Value }),
            Themes = PairFields.Of(h.Themes.Select(t => (t.Key, t.Label))),
            Words = [.. h.Words.Select(WordListFields.Of)],
            Note = h.Note,
        };
    }

    protected override object? Read(HeadFields f, FieldReader reader)
    {
        var now = reader.Casebook.Head;
        return now with
        {
            Title = f.Title,
            Headline = f.Headline,
            Lede = f.Lede,
            Language = FieldReader.Optional(f.Language) ?? "en",
            Note = f.Note,
            Visit = reader.Date("visit", "The days that the timeline unfolds", f.Visit),
            Phases = now.Phases.ToDictionary(
                p => p.Key,
                p => f.Phases.TryGetValue(Vocabulary.Of(p.Key), out var called) ? FieldReader.Optional(called.Label) ?? p.Value : p.Value
            ),
            Themes =
            [
                .. PairFields
                    .Read(f.Themes, "themes", "Themes", [.. now.Themes.Select(t => t.Key)], reader)
                    .Select(p => new Theme(p.Key, p.Label)),
            ],
            Words = WordListFields.Read(f.Words, "words", reader),
        };
    }

    protected override void TakeOld(HeadFields fields, string name, string text)
    {
        if (name == "themes")
            PairFields.TakeOld(fields.Themes, text);
        else if (name.StartsWith("phase-", StringComparison.Ordinal))
            base.TakeOld(fields, $"phases.{name["phase-".Length..]}.label", text);
        else
            base.TakeOld(fields, name, text);
    }
}
