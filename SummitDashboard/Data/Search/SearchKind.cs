using System.Text.Json.Serialization;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Search;

/// <summary>What a thing that can be found is.</summary>
[JsonConverter(typeof(KebabCase<SearchKind>))]
public enum SearchKind
{
    /// <summary>A paragraph of an article: for who may read the articles.</summary>
    Article,

    /// <summary>Words of a source that were quoted: for a claim, an event or a person.</summary>
    Quotation,

    /// <summary>What a telling fills a slot with.</summary>
    Aspect,

    /// <summary>The coder’s sentence on a telling.</summary>
    Gloss,
    Claim,
    Event,
    Actor,
    Source,
    Talk,

    /// <summary>What an editor noted on anything.</summary>
    Note,

    /// <summary>What a presenter wants to say: for who may read it.</summary>
    Notes,

    /// <summary>A claim in a source that does not make it, or where nobody has looked; found only where it is asked for.</summary>
    Cell,
}
