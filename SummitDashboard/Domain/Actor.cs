using System.Text.Json.Serialization;
using SummitDashboard.Text;

namespace SummitDashboard.Domain;

/// <summary>A person on the panel: how each source names him, in which role, and what it has him say.</summary>
public sealed record Actor : Item<Actor>
{
    /// <summary>Of its id alone: equal ones have the same, and the whole of it is long.</summary>
    public override int GetHashCode() => Id.GetHashCode();

    public required string Name { get; init; }

    /// <summary>Place on the panel.</summary>
    public required int Order { get; init; }

    public IReadOnlyList<Role> Roles { get; init; } = [];
    public IReadOnlyList<Naming> Names { get; init; } = [];
    public IReadOnlyList<Statement> Statements { get; init; } = [];
}

/// <summary>The role one source gives a person, in its words.</summary>
public sealed record Role(SourceId Source, Quotation Quotation);

/// <summary>
/// One line of the naming ledger: a surface form, how often it stands in the author's prose, and apart in boilerplate, and how it was
/// counted (<see cref="NameForms"/>).
/// </summary>
public sealed record Naming(
    SourceId Source,
    string Form,
    NameKind Kind,
    int Count,
    int Boilerplate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] NameMatch Match = NameMatch.Word
)
{
    /// <summary>The form as it is sought in a text.</summary>
    [JsonIgnore]
    public NameForm Sought => new(Form, Match == NameMatch.Prefix);
}

/// <summary>What one source has a person say, or says of him, and the ids of the claims it bears on.</summary>
public sealed record Statement(SourceId Source, StatementMode Mode, Quotation Quotation, IReadOnlyList<ClaimId> Claims);
