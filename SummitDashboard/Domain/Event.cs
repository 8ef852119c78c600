namespace SummitDashboard.Domain;

/// <summary>Something that happened or was to happen.</summary>
public sealed record Event : Item<Event>
{
    /// <summary>Of its id alone: equal ones have the same, and the whole of it is long.</summary>
    public override int GetHashCode() => Id.GetHashCode();

    public required string Label { get; init; }

    /// <summary>Null where no source allows a date.</summary>
    public Edtf? Date { get; init; }

    public DateBasis? DateBasis { get; init; }
    public required Phase Phase { get; init; }

    /// <summary>Settles the order on the same day, and of undated events in a phase; without one an event comes last.</summary>
    public int Order { get; init; } = int.MaxValue;

    /// <summary>Ids of actors, ids of claims; keys of themes.</summary>
    public IReadOnlyList<ActorId> Actors { get; init; } = [];
    public IReadOnlyList<ClaimId> Claims { get; init; } = [];
    public IReadOnlyList<string> Themes { get; init; } = [];
    public IReadOnlyList<Mention> Mentions { get; init; } = [];
}

/// <summary>What an event's date rests on, and on which sources.</summary>
public sealed record DateBasis(Basis Basis, IReadOnlyList<SourceId> Sources, string? Note);

/// <summary>One source's words for an event; <paramref name="Date"/> is the date this source itself gives.</summary>
public sealed record Mention(SourceId Source, MentionMode Mode, Quotation Quotation, Edtf? Date);
