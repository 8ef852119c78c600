using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>What a word that is sought stands for.</summary>
public enum ClueKind
{
    Word,
    Name,
    Number,
    Date,

    /// <summary>A word that weakens.</summary>
    Hedge,

    /// <summary>A word that evaluates.</summary>
    Loaded,

    /// <summary>No word: what the paragraph means, as a model has it.</summary>
    Meaning,
}

/// <summary>A word that a passage on the claim may have.</summary>
/// <param name="Key">As it is sought (<see cref="WordStem"/>).</param>
/// <param name="Weight">How much is made of it, before its rarity.</param>
/// <param name="Name">The name of an actor, which is one clue however many words it has; null for a word.</param>
public sealed record Clue(string Key, ClueKind Kind, double Weight, SoughtName? Name = null)
{
    /// <summary>
    /// How much it tells this claim from others of its event, at most 1: names, the event’s own words, and dates that nobody asks for tell
    /// little.
    /// </summary>
    public double Telling { get; init; } = 1;

    /// <summary>
    /// True where every article has some of it, whatever the claim: the name of a weekday or a month alone, a small number that others
    /// tell, a day for the event’s sake alone, any date, hedge or loaded word for an aspect’s, and words that weaken, which others use of
    /// this claim and every article of others. It counts beside a word that tells something, and never by itself.
    /// </summary>
    public bool IsBare { get; init; }

    /// <summary>How few claims of the casebook seek it as strongly, at most 1 (<see cref="SharedWords"/>).</summary>
    public double Alone { get; init; } = 1;
}

/// <summary>How much is made of a word, by where it was taken from.</summary>
public sealed record ClueWeights
{
    /// <summary>Question and statement of the claim.</summary>
    public double Claim { get; init; } = 1;

    /// <summary>What says much the same as its words (<see cref="KinWords"/>), while no other source tells of it.</summary>
    public double Kin { get; init; } = 0.4;

    /// <summary>Labels of its aspects.</summary>
    public double Labels { get; init; } = 0.3;

    /// <summary>That it is a number, a date, a hedge or a loaded word, where the claim asks for one.</summary>
    public double Asked { get; init; } = 1;

    /// <summary>What other sources fill the slots with.</summary>
    public double Slots { get; init; } = 0.6;

    /// <summary>What is quoted of other sources.</summary>
    public double Quotations { get; init; } = 0.5;

    /// <summary>Our readings of other sources’ tellings.</summary>
    public double Glosses { get; init; } = 0.2;

    /// <summary>Names of those who are cited by others, or take part in the event.</summary>
    public double Names { get; init; } = 1;

    /// <summary>The event: its label, the words of others for it, its days.</summary>
    public double Event { get; init; } = 0.3;
}

/// <summary>
/// What is known of a claim before a source is coded for it: its own words, and what other sources’ tellings have. What this source’s
/// telling has, where there is one, is never among it: passages are proposed as if the cell were still empty.
/// </summary>
public static class Clues
{
    /// <summary>The words to seek, each once.</summary>
    /// <param name="isCold">True for the claim alone: no other source’s telling is used.</param>
    public static IReadOnlyList<Clue> Of(Casebook casebook, Claim claim, Source source, ClueWeights? weights = null, bool isCold = false)
    {
        var w = weights ?? new();
        var ours = FunctionWords.Of(casebook.Head.Language);
        var found = new Gathered(SoughtNames.Of(casebook));
        found.Add(OfClaim, w.Claim, ClueKind.Word, ours, claim.Question, claim.Statement);
        found.Add(2, w.Labels, ClueKind.Word, ours, [.. claim.Aspects.Select(a => a.Label)]);
        foreach (var (key, kind) in SoughtWords.AskedBy([.. claim.Aspects.Select(a => a.Label)]))
            found.Seek(OfAspects, w.Asked, kind, key);
        foreach (var (key, kind) in SoughtWords.AskedBy([claim.Question]))
            found.Seek(11, w.Asked, kind, key);
        casebook.Events.TryGet(claim.Event, out var happening);
        if (happening is not null)
        {
            found.Add(OfEvent, w.Event, ClueKind.Word, ours, happening.Label);
            foreach (var day in Days(happening))
            {
                found.Add(OfDays, w.Event, ClueKind.Date, null, CalendarWords.Plainly(day));
                found.AddDay(OfDays, w.Event, day);
            }
        }
        var actors = happening?.Actors.ToHashSet() ?? [];
        if (!isCold)
        {
            foreach (var framing in claim.Framings.Where(f => f.Source != source.Id))
            {
                found.Add(5, w.Quotations, ClueKind.Word, Of(framing.Source), [.. framing.Quotations.Select(q => q.Exact)]);
                found.Add(5, w.Quotations, ClueKind.Word, ours, [.. framing.Quotations.Select(q => q.Translation?.Text ?? "")]);
                found.Add(6, w.Slots, ClueKind.Word, ours, [.. framing.Aspects.Select(a => Citation.WithoutParagraphs(a.Text))]);
                found.Add(7, w.Glosses, ClueKind.Word, ours, Citation.WithoutParagraphs(framing.Gloss ?? ""));
                found.Add(8, w.Names, ClueKind.Name, ours, [.. framing.Quotations.Select(q => q.Cites?.Other ?? "")]);
                actors.UnionWith(framing.Quotations.Select(q => q.Cites?.Actor).OfType<ActorId>());
            }
            foreach (var mention in happening?.Mentions.Where(m => m.Source != source.Id) ?? [])
                found.Add(OfMentions, w.Event, ClueKind.Word, Of(mention.Source), mention.Quotation.Exact);
        }
        foreach (var actor in casebook.Actors.Where(a => actors.Contains(a.Id)))
        {
            if (found.AddName(9, w.Names, actor.Id))
                continue;
            found.Add(9, w.Names, ClueKind.Name, ours, actor.Name);
            found.Add(9, w.Names, ClueKind.Name, Of(source.Id), [.. actor.Names.Where(n => n.Source == source.Id).Select(n => n.Form)]);
        }
        // Others’ tellings have further words, and those that this claim needs.
        if (isCold || !claim.Framings.Any(f => f.Source != source.Id && f.Stance != Stance.Silent))
            found.AddKin(OfKin, w.Kin, casebook.Head.Language, claim.Question, claim.Statement);
        return found.All(casebook, ours, Hedges(casebook.Head, source));

        IReadOnlySet<string> Of(SourceId other) =>
            FunctionWords.Of(casebook.Sources.TryGet(other, out var its) ? its.Language?.Value : null);
    }

    private const int OfClaim = 1;
    private const int OfEvent = 3; // its label
    private const int OfDays = 4; // the event’s
    private const int OfMentions = 10;
    private const int OfKin = 13;
    private const int OfAspects = 12; // what their labels ask for
    private const double LittleTelling = 0.3;

    // Weights of a word by where it was found; what several tellings have counts a little more.
    private sealed class Gathered(SoughtNames actors)
    {
        private readonly Dictionary<string, (ClueKind Kind, Dictionary<int, (double Weight, int Times)> From)> words = [];
        private readonly Dictionary<string, SoughtName> names = [];

        // Words of these, which lead on or ask, are none to seek. Of a name (“the port authority of Velmar”) what is in small letters is a
        // word like others.
        public void Add(int from, double weight, ClueKind kind, IReadOnlySet<string>? without, params IReadOnlyList<string> texts)
        {
            List<(string Text, (IEnumerable<SoughtName> Names, IEnumerable<WordStem> Words) Apart)> parts =
            [
                .. texts.Distinct().Select(t => (t, actors.Apart(t))),
            ];
            foreach (var name in parts.SelectMany(p => p.Apart.Names).Distinct())
                Add(from, weight, name);
            var keys = parts.SelectMany(p =>
                p.Apart.Words.Where(s => without is null || !FunctionWords.Has(without, s.Span.In(p.Text)))
                    .Select(s => (s.Key, Kind: kind == ClueKind.Name && char.IsLower(p.Text[s.Span.Start]) ? ClueKind.Word : kind))
            );
            foreach (var (key, its) in keys.DistinctBy(k => k.Key))
            foreach (var sought in CalendarWords.SoughtFor(key))
                Add(from, weight, sought, its);
        }

        public void AddDay(int from, double weight, DateOnly day)
        {
            foreach (var key in CalendarWords.SoughtFor(day))
                Add(from, weight, key, ClueKind.Date);
        }

        public void AddKin(int from, double weight, string? language, params IReadOnlyList<string> texts)
        {
            var own = texts.SelectMany(t => actors.Apart(t).Words).Select(w => w.Key).ToHashSet();
            foreach (var key in own.SelectMany(k => KinWords.Of(language, k)).Distinct().Where(k => !own.Contains(k)))
                Add(from, weight, key, ClueKind.Word);
        }

        /// <summary>The name of an actor; false where it is sought word by word.</summary>
        public bool AddName(int from, double weight, ActorId actor)
        {
            if (actors[actor] is not { } name)
                return false;
            Add(from, weight, name);
            return true;
        }

        private void Add(int from, double weight, SoughtName name)
        {
            names[name.Key] = name;
            Add(from, weight, name.Key, ClueKind.Name);
        }

        private void Add(int from, double weight, string key, ClueKind kind)
        {
            if (!words.TryGetValue(key, out var known))
                words[key] = known = (kind, []);
            known.From[from] = (weight, known.From.GetValueOrDefault(from).Times + 1);
        }

        public void Seek(int from, double weight, ClueKind kind, string key) => words[key] = (kind, new() { [from] = (weight, 1) });

        public IReadOnlyList<Clue> All(Casebook casebook, IReadOnlySet<string> ours, IReadOnlySet<string> hedges)
        {
            var ofNames = casebook
                .Actors.SelectMany(a =>
                    WordStems.In(a.Name).Where(s => !FunctionWords.Has(ours, s.Span.In(a.Name)) && !char.IsLower(a.Name[s.Span.Start]))
                )
                .Select(s => s.Key)
                .ToHashSet();
            return
            [
                .. words
                    .Select(p => new Clue(
                        p.Key,
                        ofNames.Contains(p.Key) ? ClueKind.Name
                            : p.Value.Kind == ClueKind.Word && (SoughtWords.IsDate(p.Key) || CalendarWords.IsDay(p.Key)) ? ClueKind.Date
                            : p.Value.Kind == ClueKind.Word && char.IsAsciiDigit(p.Key[0]) ? ClueKind.Number
                            : p.Value.Kind,
                        p.Value.From.Values.Sum(f => f.Weight * Math.Log2(1 + f.Times)),
                        names.GetValueOrDefault(p.Key)
                    ))
                    .Where(c => c.Weight > 0)
                    .Select(c => c with { Telling = Telling(c), IsBare = IsBare(c) }),
            ];

            bool IsBare(Clue clue) =>
                words[clue.Key].From is var from
                && (
                    clue.Key is SoughtWords.Date or SoughtWords.DayName or SoughtWords.Hedge or SoughtWords.Loaded
                        ? from.ContainsKey(OfAspects)
                        : (clue.Kind == ClueKind.Date && !(CalendarWords.IsDay(clue.Key) && from.Keys.Any(f => f != OfDays)))
                            || ((SoughtWords.IsSmallNumber(clue.Key) || hedges.Contains(clue.Key)) && !from.ContainsKey(OfClaim))
                );

            // By the question: an aspect may ask when something applies.
            bool AreDatesAsked() => words.TryGetValue(SoughtWords.Date, out var asked) && !asked.From.ContainsKey(OfAspects);

            double Telling(Clue clue) =>
                (clue.Kind == ClueKind.Name || (clue.Kind == ClueKind.Date && !AreDatesAsked()) ? LittleTelling : 1)
                * (words[clue.Key].From.ContainsKey(OfEvent) ? LittleTelling : 1);
        }
    }

    // Single words that weaken, in the casebook’s own language and in the source’s.
    private static HashSet<string> Hedges(CasebookHead head, Source source) =>
        [
            .. new[] { source.Language?.Value, head.Language }
                .Select(l => DefaultWords.For(head, l))
                .OfType<WordList>()
                .SelectMany(l => l.Hedges)
                .Select(h => WordStems.In(h).ToList())
                .Where(s => s.Count == 1)
                .Select(s => s[0].Key),
        ];

    private static IEnumerable<DateOnly> Days(Event happening)
    {
        if (happening.Date is not { EarliestDay: { } first, LatestDay: { } last } || last - first > 31)
            yield break;
        for (var n = first; n <= Math.Min(last, first + 6); n++)
            if (n + Epoch is >= 0 and <= 3_652_058 and var number)
                yield return DateOnly.FromDayNumber((int)number);
    }

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;
}
