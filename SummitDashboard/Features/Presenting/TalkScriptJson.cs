using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitDashboard.Features.Presenting;

/// <summary>
/// A script as the stage reads it, and as a session keeps it. The encoder leaves nothing that could end a script element.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TalkScript))]
public sealed partial class TalkScriptJson : JsonSerializerContext;
