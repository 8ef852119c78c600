using System.ComponentModel.DataAnnotations;
using SummitDashboard.Data;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// The settings under <c>Suggestions</c>: what may propose, never decide. Passages are ranked here; a model is asked only where an endpoint
/// and the model are named.
/// </summary>
public sealed record SuggestionOptions : IValidatableObject
{
    /// <summary>False: no passages are proposed to whoever codes.</summary>
    public bool Passages { get; init; } = true;

    /// <summary>An OpenAI-compatible endpoint, such as <c>http://localhost:11434/v1</c>; null: no model is asked.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The model’s name there.</summary>
    public string? Model { get; init; }

    /// <summary>
    /// The name there of a model that turns texts into vectors, by which passages are found in meaning too; null: none is asked. Where it
    /// is named, articles that are coded are sent to the endpoint whole.
    /// </summary>
    public string? Embeddings { get; init; }

    /// <summary>The key that the endpoint asks for; a local one asks for none.</summary>
    public string? Key { get; init; }

    /// <summary>How long a proposal may take, in seconds.</summary>
    [AtLeastOne]
    public int Seconds { get; init; } = 60;

    /// <summary>True where a language model can be asked.</summary>
    public bool HasModel => HasEndpoint && !string.IsNullOrWhiteSpace(Model);

    /// <summary>True where a model of meaning can be asked.</summary>
    public bool HasEmbeddings => HasEndpoint && !string.IsNullOrWhiteSpace(Embeddings);

    private bool HasEndpoint => !string.IsNullOrWhiteSpace(Endpoint);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (HasEndpoint && !CodebookRules.IsWebAddress(Endpoint!))
            yield return new("it is an address such as http://localhost:11434/v1, or left out.", [nameof(Endpoint)]);
        if (HasEndpoint && !HasModel && !HasEmbeddings)
            yield return new("name the model that the endpoint is to use.", [nameof(Model)]);
        if (!HasEndpoint && !string.IsNullOrWhiteSpace(Embeddings))
            yield return new("set the endpoint that has this model, or leave it out.", [nameof(Embeddings)]);
    }
}
