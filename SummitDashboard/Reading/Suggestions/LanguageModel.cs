using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

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

    /// <summary>True where an endpoint is set.</summary>
    public bool IsOn => options.AreOn;

    /// <summary>Its name, as it is set.</summary>
    public string Name => options.Model ?? "";

    /// <summary>Asks it.</summary>
    /// <param name="task">What it is to do.</param>
    /// <param name="words">What it is to do it with; this, and nothing else of the casebook, leaves the server.</param>
    public async Task<ModelAnswer> Ask(string task, string words, CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
        try
        {
            // What is asked goes to the address that is set, and to no other that this one names.
            using var handler = new HttpClientHandler { AllowAutoRedirect = false };
            using var client = new HttpClient(new OfBoundedSize(handler)) { Timeout = Timeout.InfiniteTimeSpan };
            using var model = new OpenAIClient(
                new ApiKeyCredential(string.IsNullOrEmpty(options.Key) ? "none" : options.Key),
                new()
                {
                    Endpoint = new(options.Endpoint!),
                    RetryPolicy = new ClientRetryPolicy(0),
                    Transport = new HttpClientPipelineTransport(client),
                    NetworkTimeout = TimeSpan.FromSeconds(options.Seconds + 1), // the patience above ends first, and is said
                }
            ).GetChatClient(options.Model).AsIChatClient();
            var answer = await model.GetResponseAsync(
                [new(ChatRole.System, task), new(ChatRole.User, words)],
                new() { Temperature = 0 },
                patience.Token
            );
            return string.IsNullOrWhiteSpace(answer.Text) ? No("it answered nothing.") : new(answer.Text, null);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return No($"it did not answer within {options.Seconds} seconds.");
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // What reads the answer throws whatever it likes for one that it did not expect.
            log.LogWarning(e, "A model proposed nothing.");
            return No(
                e switch
                {
                    ClientResultException { Status: >= 300 and < 400 and var status } =>
                        $"it sends on to another address (status {status}), which is not followed.",
                    ClientResultException { Status: > 0 and var status } => $"it answered with the status {status}.",
                    TooLongException or { InnerException: TooLongException } => "its answer is too long.",
                    ClientResultException or HttpRequestException or AggregateException or IOException => "it cannot be reached.",
                    _ => "its answer cannot be read.",
                }
            );
        }
    }

    /// <summary>That it proposes nothing, and why.</summary>
    public ModelAnswer No(string why) => new(null, $"{options.Model} proposes nothing: {why}");

    private sealed class TooLongException(Exception inner) : IOException("The answer is too long.", inner);

    // What answers on and on is heard no further.
    private sealed class OfBoundedSize(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancelled)
        {
            var response = await base.SendAsync(request, cancelled);
            try
            {
                await response.Content.LoadIntoBufferAsync(MaxBytes, cancelled);
                return response;
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
            {
                response.Dispose();
                throw new TooLongException(e);
            }
        }
    }
}
