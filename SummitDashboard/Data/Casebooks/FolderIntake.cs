using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>
/// Reading the casebook folder again: a three-way merge between what it said last time, what it says now, and what editors made of it here.
/// What only one side changed is taken; what both changed stays as it is here, and the folder's version is kept as an offer to decide on.
/// </summary>
internal static class FolderIntake
{
    /// <summary>
    /// Writes at most one revision, inside the caller's transaction. What cannot be read here is left alone, whatever the folder says of
    /// it.
    /// </summary>
    /// <param name="told">How the history tells it; null where the folder brought it.</param>
    public static void Take(
        SummitDb db,
        CaseFolderContents folder,
        DateTime now,
        (IReadOnlyCollection<Item> Items, SetAsides Aside) stored,
        (Author By, string Verb, string? Reason)? told = null
    )
    {
        var here = stored.Items.ToDictionary(i => i.RawId);
        var seeds = db.Seeds.AsEnumerable().Where(s => !stored.Aside.Has(s.ItemId)).ToDictionary(s => s.ItemId);
        foreach (var item in folder.Items())
            if (here.TryGetValue(item.RawId, out var other) && Kinds.Of(other) != Kinds.Of(item))
                throw new StartupException(
                    $"The {Kinds.Of(item).Word} “{item.Slug}” in the casebook folder has the id {item.RawId}, which is that of the "
                        + $"{Kinds.Of(other).Word} “{other.Slug}” here. An id stays with its item: leave the field out to get "
                        + "another."
                );
        var wanted = new Dictionary<string, Item?>();
        var offers = new Dictionary<string, string>();

        var said = Coloured(folder, stored.Items)
            .Where(i => !stored.Aside.Has(i.RawId))
            .ToDictionary(i => i.RawId, i => Signed(i, here.GetValueOrDefault(i.RawId)));
        foreach (var (id, item) in said)
            Weigh(id, seeds.GetValueOrDefault(id), here.GetValueOrDefault(id), item, wanted, offers);
        foreach (var seed in seeds.Values.Where(s => !said.ContainsKey(s.ItemId)))
            Weigh(seed.ItemId, seed, here.GetValueOrDefault(seed.ItemId), null, wanted, offers);

        Settle(here, wanted, offers, said);
        Note(db, seeds, said, offers);
        List<ItemChange> changes =
        [
            .. wanted
                .Where(w => !Documents.Same(here.GetValueOrDefault(w.Key), w.Value))
                .Select(w => new ItemChange(here.GetValueOrDefault(w.Key), w.Value)),
        ];
        if (changes.Count == 0)
        {
            db.SaveChanges();
            return;
        }
        var number = (db.Revisions.Max(r => (long?)r.Number) ?? 0) + 1;
        var (by, verb, reason) = told ?? (Author.Folder, "load", null);
        Revisions.Append(db, number, now, by, verb, reason, null, changes);
    }

    /// <summary>
    /// Begins a casebook of which there are no files yet: a head that says so, which the folder is taken to have said, so that a
    /// <c>casebook.md</c> that comes later replaces what nobody has edited.
    /// </summary>
    public static void Begin(SummitDb db, DateTime now)
    {
        var head = NewHead.Of(null);
        db.Seeds.Add(
            new()
            {
                ItemId = head.RawId,
                Kind = ItemKind.Casebook,
                Json = Documents.Write(head),
            }
        );
        Revisions.Append(db, 1, now, Author.Folder, "load", null, null, [new(null, head)]);
    }

    // A folder names who graded, but not his account.
    private static Item Signed(Item said, Item? here) =>
        said is Grade grade && here is Grade known && known.By == grade.By ? grade with { AccountId = known.AccountId } : said;

    // A folder need not say a source’s colour: it then stays as it is here.
    private static IEnumerable<Item> Coloured(CaseFolderContents folder, IReadOnlyCollection<Item> stored)
    {
        var here = stored.OfType<Source>().ToDictionary(s => s.Id);
        var said = folder.Sources.Select(s => s with { Colour = s.Colour ?? here.GetValueOrDefault(s.Id)?.Colour }).ToList();
        var given = SourceColours.Given(said, here.Values.ExceptBy(said.Select(s => s.Id), s => s.Id)).ToDictionary(s => s.RawId);
        return folder.Items().Select(i => given.GetValueOrDefault(i.RawId) ?? i);
    }

    // What the folder said before colours were kept is taken to have said them as it does now.
    private static Item? Coloured(Item? was, Item? now) =>
        was is Source { Colour: null } old && now is Source source ? old with { Colour = source.Colour } : was;

    // What becomes of one item, from what the folder said (seed), what stands here, and what the folder says now.
    private static void Weigh(
        string id,
        SeedRow? seed,
        Item? here,
        Item? now,
        Dictionary<string, Item?> wanted,
        Dictionary<string, string> offers
    )
    {
        // "" was offered and never taken. Of what cannot be read, what differs is offered.
        var was = Coloured(seed is null or { Json: "" } ? null : Documents.TryRead(seed.Kind, seed.Json), now);
        if (Documents.Same(was, now) || Documents.Same(here, now))
            return;
        if (Documents.Same(here, was))
            wanted[id] = now;
        else if (was is null || here is null || now is null)
            offers[id] = now is null ? "" : Documents.Write(now);
        else if (Merge.Of(Documents.Write(was), Documents.Write(here), Documents.Write(now)) is { Conflicts.Count: 0 } merged)
            wanted[id] = Documents.Read(Kinds.Of(here).Number, merged.Json);
        else
            offers[id] = Documents.Write(now);
    }

    // Taking some and not others may leave references or names without their item, or break a rule: such an item is offered instead, until
    // all holds.
    private static void Settle(
        Dictionary<string, Item> here,
        Dictionary<string, Item?> wanted,
        Dictionary<string, string> offers,
        Dictionary<string, Item> said
    )
    {
        for (var again = true; again; )
        {
            again = false;
            var result = here.Where(h => !wanted.ContainsKey(h.Key)).Select(h => h.Value).Concat(wanted.Values.OfType<Item>()).ToList();
            var ids = result.Select(i => (Kinds.Of(i).Number, i.RawId)).ToHashSet();
            var lacking = result.Where(i => Kinds.Of(i).ReferencesOf(i).Any(r => !ids.Contains(r))).ToList();
            var lost = lacking.SelectMany(i => Kinds.Of(i).ReferencesOf(i)).Where(r => !ids.Contains(r)).Select(r => r.Id).ToHashSet();
            var twice = result
                .SelectMany(i => Kinds.Of(i).NamesOf(i), (item, name) => (Item: item, Name: (Kinds.Of(item), name.Key)))
                .GroupBy(n => n.Name)
                .Where(g => g.Count() > 1)
                .SelectMany(g => g.Select(n => n.Item));
            Offer(lost);
            if (!again)
                Offer(lacking.Select(i => i.RawId));
            if (!again)
                Offer(twice.Select(i => i.RawId));
            if (!again)
                Offer(Broken(result, here, wanted).Select(i => i.RawId));

            void Offer(IEnumerable<string> ids)
            {
                foreach (var id in ids.Where(wanted.ContainsKey).Distinct().ToList())
                {
                    offers[id] = said.TryGetValue(id, out var item) ? Documents.Write(item) : "";
                    again |= wanted.Remove(id);
                }
            }
        }
    }

    // What breaks a rule only together with what stands here, and what breaks one of an item that stays.
    private static IEnumerable<Item> Broken(List<Item> result, Dictionary<string, Item> here, Dictionary<string, Item?> wanted)
    {
        var sources = result.OfType<Source>().ToDictionary(s => s.Id);
        var context = new RuleContext(result.OfType<CasebookHead>().FirstOrDefault(), sources.GetValueOrDefault);
        var staying = result.Where(i => !wanted.ContainsKey(i.RawId));
        return result
            .Where(i => wanted.ContainsKey(i.RawId))
            .Where(i => CodebookRules.Of(i, context).Any() || Kinds.Of(i).BrokenBy(here.GetValueOrDefault(i.RawId), i, staying).Any());
    }

    private static void Note(
        SummitDb db,
        Dictionary<string, SeedRow> seeds,
        Dictionary<string, Item> said,
        Dictionary<string, string> offers
    )
    {
        foreach (var (id, item) in said)
        {
            var json = Documents.Write(item);
            var offered = offers.GetValueOrDefault(id);
            if (!seeds.TryGetValue(id, out var seed))
                db.Seeds.Add(
                    new()
                    {
                        ItemId = id,
                        Kind = Kinds.Of(item).Number,
                        Json = offered is null ? json : "",
                        Offered = offered,
                    }
                );
            else if (offered is not null)
                seed.Offered = offered;
            else
                (seed.Json, seed.Offered) = (json, null);
        }
        foreach (var gone in seeds.Values.Where(s => !said.ContainsKey(s.ItemId)))
            if (offers.ContainsKey(gone.ItemId))
                gone.Offered = "";
            else
                db.Seeds.Remove(gone);
    }
}
