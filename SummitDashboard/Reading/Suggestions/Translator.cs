using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>What became of asking for a translation: the words and who made them, or why there are none.</summary>
/// <param name="Text">Null where there is none.</param>
/// <param name="By">The model’s name.</param>
/// <param name="Problem">A sentence for the page; null where there is a text.</param>
public sealed record ProposedTranslation(string? Text, string By, string? Problem);

/// <summary>
/// Asks a language model for a translation of quoted words. What it answers is a proposal: it counts for nothing until somebody takes it,
/// and then stands as a machine’s.
/// </summary>
public sealed class Translator(SuggestionOptions options, ILogger<Translator> log)
{
    /// <summary>True where an endpoint is set.</summary>
    public bool IsOn => options.AreOn;

    /// <summary>The words of a quotation in another language; nothing else of the article leaves the server.</summary>
    /// <param name="from">Tag of the language of the words (BCP 47); null where it is not known.</param>
    /// <param name="to">Tag of the language that is wanted.</param>
    public async Task<ProposedTranslation> Propose(string words, string? from, string to, CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
        try
        {
            using var model = new OpenAIClient(
                new ApiKeyCredential(string.IsNullOrEmpty(options.Key) ? "none" : options.Key),
                new() { Endpoint = new(options.Endpoint!), RetryPolicy = new ClientRetryPolicy(0) } // whoever waits can ask again
            )
                .GetChatClient(options.Model)
                .AsIChatClient();
            var answer = await model.GetResponseAsync(
                [
                    new(
                        ChatRole.System,
                        $"Translate the user's text from {from ?? "its language"} into {to} (BCP 47 tags). "
                            + "It is a fragment of a news article. Keep its certainty and its evaluations as they are: "
                            + "neither weaken nor strengthen anything, add and leave out nothing. "
                            + "Answer with the translation alone, on one line, without quotation marks."
                    ),
                    new(ChatRole.User, words),
                ],
                new() { Temperature = 0 },
                patience.Token
            );
            var text = OneLine(answer.Text);
            return text.Length switch
            {
                0 => No("it answered nothing."),
                > ItemText.Line => No($"it answered {text.Length} characters, and a translation has at most {ItemText.Line}."),
                _ => new(text, options.Model!, null),
            };
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return No($"it did not answer within {options.Seconds} seconds.");
        }
        catch (Exception e)
            when (e is ClientResultException or HttpRequestException or AggregateException or InvalidOperationException or JsonException)
        {
            log.LogWarning(e, "A translation was not proposed.");
            return No(
                e switch
                {
                    ClientResultException { Status: > 0 and var status } => $"it answered with the status {status}.",
                    JsonException => "its answer cannot be read.",
                    _ => "it cannot be reached.",
                }
            );
        }
    }

    private ProposedTranslation No(string why) => new(null, options.Model!, $"{options.Model} proposes nothing: {why}");

    private static string OneLine(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"', '“', '”', '«', '»', ' ');
}
