using System.Security.Cryptography;
using System.Text;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Search;

/// <summary>Some of what can be found, that comes and goes together.</summary>
/// <param name="Name">Who owns it: a claim, an article.</param>
/// <param name="Of">What it is made of: where that is the same object, and what all hang on too, so are the entries.</param>
/// <param name="Stamp">Differs where the entries do.</param>
public sealed record SearchOwner(string Name, object Of, Func<string> Stamp, Func<IReadOnlyList<SearchEntry>> Entries)
{
    /// <summary>One whose stamp is made of its entries.</summary>
    public static SearchOwner OfItem<T>(T item, Func<T, IReadOnlyList<SearchEntry>> entries)
        where T : Item
    {
        var made = new Lazy<IReadOnlyList<SearchEntry>>(() => entries(item));
        return new($"{Kinds.Of(item).Word}:{item.RawId}", item, () => StampOf(made.Value), () => made.Value);
    }

    private static string StampOf(IReadOnlyList<SearchEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var e in entries)
        {
            var tags = e.Tags is null ? "" : string.Join(' ', e.Tags);
            var names = string.Join(' ', e.Names ?? []);
            var line = $"{e.Kind}\0{e.Of}\0{e.ItemId}\0{e.Source}\0{e.Part}\0{e.State}\0{e.Language}\0{tags}\0{e.Text}\0{names}\0";
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Everything that can be found in a casebook and its articles.</summary>
/// <param name="textOf">The article of a source; null where it is not here.</param>
public sealed class SearchEntries(Casebook casebook, Func<Source, ArticleText?> textOf)
{
    private readonly string own = Primary(casebook.Head.Language);
    private readonly Dictionary<SourceId, string> languages = casebook.Sources.ToDictionary(s => s.Id, s => Primary(s.Language?.Value));

    /// <summary>
    /// Whether what all entries hang on (names, languages, grades) is the same in another snapshot: then those of the same item are the
    /// same.
    /// </summary>
    public bool HangsOnTheSame(Casebook other) =>
        other.Head == casebook.Head
        && ReferenceEquals(other.Sources, casebook.Sources)
        && ReferenceEquals(other.Actors, casebook.Actors)
        && ReferenceEquals(other.Grades, casebook.Grades);

    /// <summary>All of it, owner by owner.</summary>
    public IEnumerable<SearchOwner> All() =>
        [
            .. casebook.Claims.Select(c => SearchOwner.OfItem(c, OfClaim)),
            .. casebook.Events.Select(e => SearchOwner.OfItem(e, OfEvent)),
            .. casebook.Actors.Select(a => SearchOwner.OfItem(a, OfActor)),
            .. casebook.Sources.Select(s => SearchOwner.OfItem(s, OfSource)),
            .. casebook.Talks.Select(t => SearchOwner.OfItem(t, OfTalk)),
            .. casebook
                .Sources.Select(s => (Source: s, Text: textOf(s)))
                .Where(s => s.Text is not null)
                .Select(s => OfText(s.Source, s.Text!)),
        ];

    private List<SearchEntry> OfClaim(Claim claim)
    {
        string[] about = [SearchTags.Claim(claim.Id.Value), SearchTags.Theme(claim.Theme)];
        List<SearchEntry> entries =
        [
            new(SearchKind.Claim, ItemKind.Claim, claim.Id.Value, $"{claim.Question} {claim.Statement}", Language: own, Tags: about)
            {
                Names = [.. SearchNames.Of(claim), .. Themes([claim.Theme])],
            },
            .. Note(ItemKind.Claim, claim.Id.Value, claim.Note, about),
        ];
        var labels = claim.Aspects.ToDictionary(a => a.Key, a => a.Label);
        foreach (var source in casebook.Sources)
        {
            var framing = claim.Of(source.Id);
            var state = framing is null ? SearchEntry.Uncoded : States(framing.Stance, framing.Also);
            string[] tags = framing is null ? about : [.. about, Rating(casebook.Grades.Held(source.Id, claim.Id).Count)];
            if (framing is not { Stance: not Stance.Silent })
                entries.Add(Telling(SearchKind.Cell, $"{claim.Question} {claim.Statement}", state, languages[source.Id], tags));
            if (framing is null)
                continue;
            foreach (var quotation in framing.Quotations)
                entries.Add(
                    Telling(
                        SearchKind.Quotation,
                        Words(quotation),
                        States(quotation.Stance ?? framing.Stance, framing.Also),
                        languages[source.Id],
                        [.. tags, .. Cited(quotation)],
                        quotation.Paragraph
                    )
                );
            foreach (var value in framing.Aspects)
                entries.Add(
                    Telling(SearchKind.Aspect, $"{labels.GetValueOrDefault(value.Key, value.Key)}: {value.Text}", state, own, tags)
                );
            if (framing.Gloss is { Length: > 0 } gloss)
                entries.Add(Telling(SearchKind.Gloss, gloss, state, own, tags));
            if (framing.Note is { Length: > 0 } note)
                entries.Add(Telling(SearchKind.Note, note, state, own, tags));

            SearchEntry Telling(SearchKind kind, string text, string its, string language, string[] with, int part = 0) =>
                new(kind, ItemKind.Claim, claim.Id.Value, text, source.Id.Value, part, its, language, with);
        }
        return entries;
    }

    private List<SearchEntry> OfEvent(Event evt)
    {
        string[] about =
        [
            .. evt.Actors.Select(a => SearchTags.Actor(a.Value)),
            .. evt.Claims.Select(c => SearchTags.Claim(c.Value)),
            .. evt.Themes.Select(SearchTags.Theme),
        ];
        return
        [
            new(SearchKind.Event, ItemKind.Event, evt.Id.Value, evt.Label, Language: own, Tags: about) { Names = [.. Themes(evt.Themes)] },
            .. Note(ItemKind.Event, evt.Id.Value, evt.Note, about),
            .. evt.Mentions.Select(m => Quoted(ItemKind.Event, evt.Id.Value, m.Source, m.Quotation, about)),
        ];
    }

    private List<SearchEntry> OfActor(Actor actor)
    {
        string[] about = [SearchTags.Actor(actor.Id.Value)];
        var forms = string.Join(", ", actor.Names.Select(n => n.Form).Prepend(actor.Name).Distinct());
        return
        [
            new(SearchKind.Actor, ItemKind.Actor, actor.Id.Value, forms, Language: own, Tags: about) { Names = SearchNames.Of(actor) },
            .. Note(ItemKind.Actor, actor.Id.Value, actor.Note, about),
            .. actor.Roles.Select(r => Quoted(ItemKind.Actor, actor.Id.Value, r.Source, r.Quotation, about)),
            .. actor.Statements.Select(s =>
                Quoted(
                    ItemKind.Actor,
                    actor.Id.Value,
                    s.Source,
                    s.Quotation,
                    [.. about, .. s.Claims.Select(c => SearchTags.Claim(c.Value))]
                )
            ),
        ];
    }

    private List<SearchEntry> OfSource(Source source)
    {
        var facts = new[] { source.Title, source.Publisher, source.Byline }.Select(f => f?.Value);
        string[] about = [Rating(casebook.Grades.Held(source.Id).Count)];
        var named = string.Join(" · ", facts.Prepend(source.Name).OfType<string>().Distinct());
        return
        [
            new(SearchKind.Source, ItemKind.Source, source.Id.Value, named, source.Id.Value, 0, "", languages[source.Id], about)
            {
                Names = SearchNames.Of(source),
            },
            .. Note(ItemKind.Source, source.Id.Value, source.Note, about, source.Id.Value),
            .. source
                .Paragraphs.Where(p => p.Gist.Length > 0)
                .Select(p => new SearchEntry(
                    SearchKind.Note,
                    ItemKind.Source,
                    source.Id.Value,
                    p.Gist,
                    source.Id.Value,
                    p.Number,
                    "",
                    own,
                    about
                )),
        ];
    }

    private List<SearchEntry> OfTalk(Talk talk)
    {
        List<SearchEntry> entries = [Part(SearchKind.Talk, $"{talk.Title} {talk.Lede}", 0)];
        foreach (var (n, stop) in talk.Stops.Index())
        {
            entries.Add(Part(SearchKind.Talk, stop.Headline, n + 1));
            if (stop.Notes.Length > 0)
                entries.Add(Part(SearchKind.Notes, stop.Notes, n + 1));
        }
        if (talk.Note.Length > 0)
            entries.Add(Part(SearchKind.Notes, talk.Note, 0));
        return entries;

        SearchEntry Part(SearchKind kind, string text, int part) =>
            new(kind, ItemKind.Talk, talk.Id.Value, text, Part: part, Language: own);
    }

    private SearchOwner OfText(Source source, ArticleText text)
    {
        var language = languages[source.Id];
        var aside = string.Concat(Enumerable.Range(1, text.Paragraphs.Count).Select(n => source.IsBoilerplate(n) ? '1' : '0'));
        return new(
            "text:" + source.Id,
            text,
            () => $"{text.Sha256} {language} {aside}",
            () =>
                [
                    .. text.Paragraphs.Select(
                        (paragraph, n) =>
                            new SearchEntry(
                                SearchKind.Article,
                                ItemKind.Source,
                                source.Id.Value,
                                paragraph,
                                source.Id.Value,
                                n + 1,
                                "",
                                language,
                                aside[n] == '1' ? [SearchTags.Boilerplate] : []
                            )
                    ),
                ]
        );
    }

    private SearchEntry Quoted(ItemKind of, string id, SourceId source, Quotation quotation, string[] about) =>
        new(
            SearchKind.Quotation,
            of,
            id,
            Words(quotation),
            source.Value,
            quotation.Paragraph,
            quotation.Stance is { } stance ? Vocabulary.Of(stance) : "",
            languages[source],
            [.. about, .. Cited(quotation)]
        );

    private IEnumerable<SearchEntry> Note(ItemKind of, string id, string note, string[] about, string source = "") =>
        note.Length > 0 ? [new(SearchKind.Note, of, id, note, source, 0, "", own, about)] : [];

    private IEnumerable<SearchName> Themes(IReadOnlyCollection<string> keys) =>
        casebook.Head.Themes.Where(t => keys.Contains(t.Key)).SelectMany(SearchNames.Of);

    // What the coder says of it can be found too: its translation, and who is cited.
    private string Words(Quotation quotation) =>
        string.Join(
            " · ",
            new[] { quotation.Exact, quotation.Translation?.Text, quotation.Cites is { } cited ? casebook.NameOf(cited) : null }.Where(w =>
                !string.IsNullOrEmpty(w)
            )
        );

    private static IEnumerable<string> Cited(Quotation quotation) =>
        quotation.Cites?.Actor is { } actor ? [SearchTags.Actor(actor.Value)] : [];

    private static string States(Stance stance, Stance? also) =>
        Vocabulary.Of(stance) + (also is { } second && second != stance ? " " + Vocabulary.Of(second) : "");

    private static string Rating(int grades) => grades > 0 ? SearchTags.Rated : SearchTags.Unrated;

    private static string Primary(string? tag) => tag?.Split('-')[0].ToLowerInvariant() ?? "";
}
