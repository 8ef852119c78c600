using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// The one way to the endpoint that is set: asked once, at the address that is set and no other that this one names, waited for no longer
/// than the settings say, and heard no further than an answer may be long.
/// </summary>
internal sealed class ModelEndpoint(SuggestionOptions options, ILogger log)
{
    /// <summary>What it answered, or in half a sentence why it did not.</summary>
    /// <param name="ask">Asks, and reads the answer; null where there is none in it. May throw whatever the reading of it throws.</param>
    /// <param name="most">The longest answer that is read, in bytes.</param>
    public async Task<(T? Answer, string? Why)> Ask<T>(
        Func<OpenAIClient, CancellationToken, Task<T?>> ask,
        int most,
        CancellationToken cancelled
    )
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
        try
        {
            using var handler = new HttpClientHandler { AllowAutoRedirect = false };
            using var client = new HttpClient(new OfBoundedSize(handler, most)) { Timeout = Timeout.InfiniteTimeSpan };
            var models = new OpenAIClient(
                new ApiKeyCredential(string.IsNullOrEmpty(options.Key) ? "none" : options.Key),
                new()
                {
                    Endpoint = new(options.Endpoint!),
                    RetryPolicy = new ClientRetryPolicy(0),
                    Transport = new HttpClientPipelineTransport(client),
                    NetworkTimeout = TimeSpan.FromSeconds(options.Seconds + 1), // the patience above ends first, and is said
                }
            );
            return await ask(models, patience.Token) is { } answer ? (answer, null) : (null, "it answered nothing.");
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return (null, $"it did not answer within {options.Seconds} seconds.");
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // What reads the answer throws whatever it likes for one that it did not expect.
            log.LogWarning(e, "A model proposed nothing.");
            return (
                null,
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

    private sealed class TooLongException(Exception inner) : IOException("The answer is too long.", inner);

    // What answers on and on is heard no further.
    private sealed class OfBoundedSize(HttpMessageHandler inner, int most) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancelled)
        {
            var response = await base.SendAsync(request, cancelled);
            try
            {
                await response.Content.LoadIntoBufferAsync(most, cancelled);
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
