namespace SummitDashboard.Domain;

/// <summary>A named choice of sources, such as all of one country’s press.</summary>
public sealed record SourceSet : Item<SourceSet>
{
    public required string Name { get; init; }

    /// <summary>Its sources, each once.</summary>
    public IReadOnlyList<SourceId> Sources { get; init; } = [];
}
