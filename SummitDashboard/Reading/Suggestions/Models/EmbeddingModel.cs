using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>How near the paragraphs of an article are to a claim in meaning, or in a sentence why that is not known.</summary>
/// <param name="Of">Of each paragraph the cosine of the angle between its vector and the claim’s, -1 to 1; null where unknown.</param>
public sealed record Nearness(IReadOnlyList<double>? Of, string? Problem)
{
    // Near is what stands out of the article by so many standard deviations, and nearest what does by three.
    private const double From = 1;
    private const double AtMost = 3;

    /// <summary>The paragraphs that stand out, each with how much, above 0 to 1; none where all are alike.</summary>
    /// <param name="near">Of each paragraph; null where it is not known.</param>
    /// <param name="among">Those that count, from 1.</param>
    public static Dictionary<int, double> Standing(IReadOnlyList<double>? near, IReadOnlyList<int> among)
    {
        if (near is null || among.Count < 3)
            return [];
        var mean = among.Average(n => near[n - 1]);
        var spread = Math.Sqrt(among.Average(n => Math.Pow(near[n - 1] - mean, 2)));
        return spread < 1e-6
            ? []
            : among
                .Select(n => (n, By: (near[n - 1] - mean) / spread))
                .Where(p => p.By >= From)
                .ToDictionary(p => p.n, p => Math.Min(1, p.By / AtMost));
    }
}

/// <summary>
/// What texts mean, as vectors of an embedding model at the endpoint that is set, so that a passage is found that shares no word with the
/// claim, as in another language. Vectors are kept while the server runs, by the text’s SHA-256; none is stored.
/// </summary>
public sealed class EmbeddingModel(SuggestionOptions options, TimeProvider clock, ILogger<EmbeddingModel> log)
{
    private const int InOneRequest = 32;
    private const int MostCharacters = 4_000; // of a paragraph; models read no more either
    private const int MostParagraphs = 2_000;
    private const int MostOfVector = 8_192; // numbers; models have 384 to 4,096
    private const int MostNumbers = 16_000_000; // 64 MB
    private const int MaxBytes = 8 * 1024 * 1024;
    private const string Unreadable = "its answer cannot be read.";

    // So long a text is read on that nobody asks for any more: who opens the next cell of its article comes back within it.
    private static readonly TimeSpan Interest = TimeSpan.FromMinutes(2);

    private readonly ModelEndpoint endpoint = new(options, log);
    private readonly ConcurrentDictionary<string, Asked> known = [];
    private readonly SemaphoreSlim turn = new(1); // of one request, so that a long article does not hold up others
    private long held; // numbers

    private sealed record Vectors(IReadOnlyList<float[]>? All, string? Problem);

    private sealed class Asked(Func<Asked, Task<Vectors>> ask)
    {
        private readonly Lock starting = new();
        private Task<Vectors>? answer;

        public DateTimeOffset At { get; set; }

        public Task<Vectors> Answer()
        {
            lock (starting)
                return answer ??= Task.Run(() => ask(this));
        }
    }

    /// <summary>True where such a model is set.</summary>
    public bool IsOn => options.HasEmbeddings;

    /// <summary>
    /// How near each paragraph is. The first time the whole article and the claim’s question and statement are sent to the endpoint; who
    /// gives up waiting leaves it to go on for the next, for two minutes.
    /// </summary>
    public async Task<Nearness> Of(Claim claim, ArticleText text, CancellationToken cancelled)
    {
        if (text.Paragraphs.Count > MostParagraphs)
            return No($"the article has more than {MostParagraphs:N0} paragraphs.");
        var words = $"{claim.Question} {claim.Statement}";
        var (ofText, ofClaim) = ("a" + text.Sha256, "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words))));
        var sought = await Kept(ofClaim, [words], cancelled);
        var article = await Kept(ofText, text.Paragraphs, cancelled);
        if ((sought.Problem ?? article.Problem) is { } problem)
            return No(problem);
        var one = sought.All![0];
        if (article.All!.Any(v => v.Length != one.Length))
        {
            // Another model answers now: both are asked for anew.
            known.TryRemove(ofText, out _);
            known.TryRemove(ofClaim, out _);
            return No(Unreadable);
        }
        return new([.. article.All!.Select(v => Cosine(one, v))], null);
    }

    /// <summary>That nothing is known of what is near in meaning, and why.</summary>
    public Nearness No(string why) => new(null, $"{options.Embeddings} says nothing of meaning: {why}");

    // Whoever asks for the same waits for the same.
    private Task<Vectors> Kept(string key, IReadOnlyList<string> texts, CancellationToken cancelled)
    {
        var asked = known.GetOrAdd(key, _ => new(self => Read(key, texts, self)));
        asked.At = clock.GetUtcNow();
        return asked.Answer().WaitAsync(cancelled);
    }

    // What failed is forgotten, whether somebody waits or not, and so asked for anew.
    private async Task<Vectors> Read(string key, IReadOnlyList<string> texts, Asked asked)
    {
        var vectors = await Ask(key, texts, asked);
        if (vectors.All is null)
            known.TryRemove(new(key, asked));
        return vectors;
    }

    private async Task<Vectors> Ask(string key, IReadOnlyList<string> texts, Asked asked)
    {
        var all = new List<float[]>(texts.Count);
        foreach (var some in texts.Chunk(InOneRequest))
        {
            if (clock.GetUtcNow() - asked.At > Interest)
                return new(null, "nobody waited for it.");
            var (vectors, why) = await InTurn(some);
            if (vectors is null)
                return new(null, why);
            all.AddRange(vectors);
            if (all.Exists(v => v.Length != all[0].Length))
                return new(null, Unreadable);
            Hold(key, vectors.Sum(v => (long)v.Length));
        }
        return new(all, null);
    }

    private async Task<(List<float[]>? Vectors, string? Why)> InTurn(string[] texts)
    {
        await turn.WaitAsync();
        try
        {
            var (vectors, why) = await endpoint.Ask(
                async (models, patience) =>
                {
                    using var model = models.GetEmbeddingClient(options.Embeddings).AsIEmbeddingGenerator();
                    var made = await model.GenerateAsync(texts.Select(Short), cancellationToken: patience);
                    return made.Select(e => e.Vector.ToArray()).ToList();
                },
                MaxBytes,
                CancellationToken.None
            );
            return vectors is null ? (null, why)
                : AreSound(vectors, texts.Length) ? (vectors, null)
                : (null, Unreadable);
        }
        finally
        {
            turn.Release();
        }
    }

    // When there are too many, those of all others are forgotten.
    private void Hold(string key, long numbers)
    {
        if (Interlocked.Add(ref held, numbers) <= MostNumbers)
            return;
        Interlocked.Exchange(ref held, numbers);
        foreach (var other in known.Keys.Where(k => k != key).ToList())
            known.TryRemove(other, out _);
    }

    private static bool AreSound(List<float[]> vectors, int count) =>
        vectors.Count == count && vectors.TrueForAll(v => v.Length is > 0 and <= MostOfVector && Array.TrueForAll(v, float.IsFinite));

    private static string Short(string text) =>
        text.Length == 0 ? " " : Characters.Whole(text, new(0, Math.Min(text.Length, MostCharacters))).In(text);

    private static double Cosine(float[] one, float[] other)
    {
        var (dot, ones, others) = (0.0, 0.0, 0.0);
        for (var n = 0; n < one.Length; n++)
            (dot, ones, others) = (dot + one[n] * other[n], ones + one[n] * one[n], others + other[n] * other[n]);
        return ones > 0 && others > 0 ? dot / Math.Sqrt(ones * others) : 0;
    }
}
