using Microsoft.Extensions.AI;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>What a model answered, or in a sentence why it did not.</summary>
/// <param name="Text">Null where there is none.</param>
/// <param name="Problem">Null where there is a text.</param>
public sealed record ModelAnswer(string? Text, string? Problem);

/// <summary>
/// The language model that may propose: any that speaks as OpenAI’s does, where an endpoint is set. It is asked once, and waited for no
/// longer than the settings say; whoever waits can ask again.
/// </summary>
public sealed class LanguageModel(SuggestionOptions options, ILogger<LanguageModel> log)
{
    /// <summary>The longest answer that is read, in bytes.</summary>
    private const int MaxBytes = 256 * 1024;

    private readonly ModelEndpoint endpoint = new(options, log);

    /// <summary>True where one is set.</summary>
    public bool IsOn => options.HasModel;

    /// <summary>Its name, as it is set.</summary>
    public string Name => options.Model ?? "";

    /// <summary>Asks it.</summary>
    /// <param name="task">What it is to do.</param>
    /// <param name="words">What it is to do it with; this, and nothing else of the casebook, leaves the server.</param>
    public async Task<ModelAnswer> Ask(string task, string words, CancellationToken cancelled)
    {
        var (answer, why) = await endpoint.Ask(
            async (models, patience) =>
            {
                using var model = models.GetChatClient(options.Model).AsIChatClient();
                var said = await model.GetResponseAsync(
                    [new(ChatRole.System, task), new(ChatRole.User, words)],
                    new() { Temperature = 0 },
                    patience
                );
                return string.IsNullOrWhiteSpace(said.Text) ? null : said.Text;
            },
            MaxBytes,
            cancelled
        );
        return answer is null ? No(why!) : new(answer, null);
    }

    /// <summary>That it proposes nothing, and why.</summary>
    public ModelAnswer No(string why) => new(null, $"{options.Model} proposes nothing: {why}");
}
