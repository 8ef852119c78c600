namespace SummitDashboard.Domain;

/// <summary>
/// Everything that is said of one kind of item, whatever its type: for who has an item and does not ask which. Each kind says it once, in
/// its own file, as a <see cref="Kind{T}"/>. What a higher layer needs besides (files, pages, forms) is a descriptor of that layer.
/// </summary>
public abstract class Kind
{
    private protected Kind(ItemKind number, Type type) => (Number, Type, Word) = (number, type, Vocabulary.Of(number));

    /// <summary>As it is stored.</summary>
    public ItemKind Number { get; }

    /// <summary>The type of its items.</summary>
    public Type Type { get; }

    /// <summary>What one is called: <c>source</c>.</summary>
    public string Word { get; }

    /// <summary>Its folder inside the casebook folder: <c>sources</c>.</summary>
    public string Folder => Word + "s";

    /// <summary>The right that changing one needs.</summary>
    public virtual Right Right => Right.Edit;

    /// <summary>False where one is known by its id alone, and nobody gives it a short name.</summary>
    public virtual bool IsNamed => true;

    /// <summary>True where one is never changed or taken away by itself: another is added, which counts instead.</summary>
    public virtual bool IsOnlyAdded => false;

    /// <summary>What people call an item: its name, question, label or title.</summary>
    public abstract string TitleOf(Item item);

    /// <summary>By what else people know it at a glance: a siglum, a date; empty where there is nothing of that kind.</summary>
    public abstract string SignOf(Item item);

    /// <summary>Its items in a casebook, in the order shown.</summary>
    public abstract IEnumerable<Item> In(Casebook casebook);

    /// <summary>The item with this id; null where there is none.</summary>
    public abstract Item? Find(Casebook casebook, string id);

    /// <summary>The item with this short name; null where there is none.</summary>
    public virtual Item? FindBySlug(Casebook casebook, string slug) => null;

    /// <summary>Which other items it names, each once.</summary>
    public abstract IEnumerable<(ItemKind Kind, string Id)> ReferencesOf(Item item);

    /// <summary>Every quotation in it, with its source’s id.</summary>
    public abstract IEnumerable<(SourceId Source, Quotation Quotation)> QuotationsOf(Item item);

    /// <summary>The same, and whatever else of a source’s words it holds: those that facts rest on.</summary>
    public virtual IEnumerable<(SourceId Source, Quotation Quotation)> QuotedOf(Item item) => QuotationsOf(item);

    /// <summary>Every text of it but the quotations themselves.</summary>
    public abstract IEnumerable<ItemText> TextsOf(Item item);

    /// <summary>The keys of the themes under which it stands.</summary>
    public abstract IEnumerable<string> ThemesOf(Item item);

    /// <summary>What only one of its kind may be called.</summary>
    public abstract IEnumerable<UniqueName> NamesOf(Item item);

    /// <summary>The rules that are its own; <see cref="CodebookRules.Of(Item, RuleContext, Item)"/> adds those for all.</summary>
    internal abstract IEnumerable<Finding> RulesOf(Item item, RuleContext context);

    /// <summary>
    /// What breaks the rules that are its own and look beyond it (<see cref="CheckRules"/>); of what stood in <paramref name="before"/>
    /// already nothing has to be said.
    /// </summary>
    internal abstract IEnumerable<Finding> ChecksOf(Item? before, Item item, CheckContext context);

    /// <summary>What would no longer hold in the items that stay as they are, once this one is changed.</summary>
    internal abstract IEnumerable<Finding> BrokenBy(Item? before, Item after, IEnumerable<Item> staying);

    /// <summary>It without any reference to what goes; the same object where it has none, null where it goes too.</summary>
    public abstract Item? Without(Item item, Item gone);

    /// <summary>
    /// One that was removed, as it can come back among others of its kind, and in a sentence what is not as it was; null where all is.
    /// </summary>
    /// <param name="others">What stands now; of whatever kind.</param>
    public virtual (Item Item, string? Said) BroughtBack(Item item, IEnumerable<Item> others) => (item, null);

    /// <summary>It without the parts that sources have on it, which are edited apart.</summary>
    public abstract Item Bare(Item item);

    /// <summary>It with the parts that sources have on another version of it.</summary>
    public abstract Item WithPartsOf(Item item, Item other);

    /// <summary>The parts that one source has on it; the item itself where it is about that source.</summary>
    public abstract IEnumerable<object> PartsOf(Item item, SourceId source);

    /// <summary>It as it may leave this database: nobody’s account is in it, and presenters’ notes only where they may be.</summary>
    public abstract Item Exported(Item item, bool withNotes);

    /// <summary>The claims, by id, whose score a change of such an item may move.</summary>
    internal abstract IEnumerable<ClaimId> Rescored(Item? before, Item? after, Casebook next);
}

/// <summary>A kind of item by its type: what its own file says.</summary>
public abstract class Kind<T>(ItemKind number) : Kind(number, typeof(T))
    where T : Item<T>
{
    protected abstract string Title(T item);

    protected virtual string Sign(T item) => "";

    public abstract override IEnumerable<T> In(Casebook casebook);
    public abstract override T? Find(Casebook casebook, string id);
    protected abstract IEnumerable<(ItemKind Kind, string Id)> References(T item);

    protected virtual IEnumerable<(SourceId Source, Quotation Quotation)> Quotations(T item) => [];

    /// <summary>Its texts but the note, which every item has, and what stands in quotations.</summary>
    protected abstract IEnumerable<ItemText> Texts(T item);

    protected virtual IEnumerable<string> Themes(T item) => [];

    /// <summary>Besides its short name.</summary>
    protected virtual IEnumerable<UniqueName> Names(T item) => [];

    protected abstract IEnumerable<Finding> Rules(T item, RuleContext context);

    protected virtual IEnumerable<Finding> Checks(T? before, T item, CheckContext context) => [];

    protected virtual IEnumerable<Finding> Broken(T? before, T after, IEnumerable<Item> staying) => [];

    protected abstract T? Without(T item, Item gone);

    protected virtual T Bare(T item) => item;

    protected virtual T WithPartsOf(T item, T other) => item;

    protected virtual IEnumerable<object> PartsOf(T item, SourceId source) => [];

    protected virtual T Exported(T item, bool withNotes) => item;

    private protected virtual IEnumerable<ClaimId> Rescored(T? before, T? after, Casebook next) => [];

    public sealed override string TitleOf(Item item) => Title((T)item);

    public sealed override string SignOf(Item item) => Sign((T)item);

    public sealed override IEnumerable<(ItemKind Kind, string Id)> ReferencesOf(Item item) =>
        References((T)item).Concat(Some(Quotations((T)item).Select(q => q.Quotation.Cites?.Actor))).Distinct();

    public sealed override IEnumerable<(SourceId Source, Quotation Quotation)> QuotationsOf(Item item) => Quotations((T)item);

    public sealed override IEnumerable<ItemText> TextsOf(Item item) =>
        [
            .. Texts((T)item),
            ItemText.Free(item, "note", item.Note, CodebookRules.MaxNote, "note"),
            .. Quotations((T)item).Select(q => ItemText.Optional(q.Quotation, "name in cites", q.Quotation.Cites?.Other, field: "cites")),
            .. Quotations((T)item).SelectMany(q => Translation.Texts(q.Quotation)),
        ];

    public sealed override IEnumerable<string> ThemesOf(Item item) => Themes((T)item);

    public sealed override IEnumerable<UniqueName> NamesOf(Item item) =>
        IsNamed
            ? Names((T)item).Prepend(new("slug " + item.Slug, _ => $"There is already {Word} “{item.Slug}”; choose another short name."))
            : Names((T)item);

    internal sealed override IEnumerable<Finding> RulesOf(Item item, RuleContext context) => Rules((T)item, context);

    internal sealed override IEnumerable<Finding> ChecksOf(Item? before, Item item, CheckContext context) =>
        Checks((T?)before, (T)item, context);

    internal sealed override IEnumerable<Finding> BrokenBy(Item? before, Item after, IEnumerable<Item> staying) =>
        Broken((T?)before, (T)after, staying);

    public sealed override Item? Without(Item item, Item gone) => Without((T)item, gone);

    public sealed override Item Bare(Item item) => Bare((T)item);

    public sealed override Item WithPartsOf(Item item, Item other) => WithPartsOf((T)item, (T)other);

    public sealed override IEnumerable<object> PartsOf(Item item, SourceId source) => PartsOf((T)item, source);

    public sealed override Item Exported(Item item, bool withNotes) => Exported((T)item, withNotes);

    internal sealed override IEnumerable<ClaimId> Rescored(Item? before, Item? after, Casebook next) =>
        Rescored((T?)before, (T?)after, next);

    /// <summary>References to items of one kind, where there are some.</summary>
    private protected static IEnumerable<(ItemKind, string)> Some<TOther>(params IEnumerable<Id<TOther>?> ids)
        where TOther : Item => Each(ids.OfType<Id<TOther>>());

    private protected static IEnumerable<(ItemKind, string)> Each<TOther>(IEnumerable<Id<TOther>> ids)
        where TOther : Item => ids.Select(id => (Kinds.Of(typeof(TOther)).Number, id.Value));

    /// <summary>The order of a shelf: by one thing, and where that is the same by another.</summary>
    private protected static IComparer<T> By(Comparison<T> first, Comparison<T> then) =>
        Comparer<T>.Create((a, b) => first(a, b) is var c && c != 0 ? c : then(a, b));

    /// <summary>A list of references, themes or keys in which something stands twice.</summary>
    private protected static IEnumerable<Finding> Twice<TEntry>(Item item, params IEnumerable<IReadOnlyList<TEntry>> lists) =>
        from list in lists
        where list.Distinct().Count() < list.Count
        select new Finding(item, "names the same thing twice in one list; once is enough.");

    /// <summary>The quotation without somebody who is gone; he stays known by name.</summary>
    private protected static Quotation Uncited(Quotation quotation, Actor gone) =>
        quotation.Cites?.Actor == gone.Id ? quotation with { Cites = new(null, gone.Name) } : quotation;
}

/// <summary>A kind whose items stand on a shelf of the casebook.</summary>
public abstract class ShelvedKind<T>(ItemKind number) : Kind<T>(number)
    where T : Item<T>
{
    /// <summary>Its shelf.</summary>
    protected abstract Shelf<T> Shelf(Casebook casebook);

    public sealed override IEnumerable<T> In(Casebook casebook) => Shelf(casebook);

    public sealed override T? Find(Casebook casebook, string id) => Shelf(casebook).TryGet(new Id<T>(id), out var item) ? item : null;

    public sealed override T? FindBySlug(Casebook casebook, string slug) => Shelf(casebook).TryGetBySlug(slug, out var item) ? item : null;
}
