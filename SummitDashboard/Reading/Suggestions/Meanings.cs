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
public sealed class Meanings(SuggestionOptions options, ILogger<Meanings> log)
{
    private const int InOneRequest = 32;
    private const int MostCharacters = 4_000; // of a paragraph; models read no more either
    private const int MostParagraphs = 2_000;
    private const int MostNumbers = 16_000_000; // 64 MB
    private const int MaxBytes = 8 * 1024 * 1024;

    private readonly ModelEndpoint endpoint = new(options, log);
    private readonly ConcurrentDictionary<string, Lazy<Task<Vectors>>> known = [];
    private readonly SemaphoreSlim turn = new(1);
    private long held; // numbers

    private sealed record Vectors(IReadOnlyList<float[]>? All, string? Problem);

    /// <summary>True where such a model is set.</summary>
    public bool IsOn => options.HasEmbeddings;

    /// <summary>
    /// How near each paragraph is. The first time the whole article and the claim’s question and statement are sent to the endpoint; who
    /// gives up waiting leaves it to go on for the next.
    /// </summary>
    public async Task<Nearness> Of(Claim claim, ArticleText text, CancellationToken cancelled)
    {
        if (text.Paragraphs.Count > MostParagraphs)
            return No($"the article has more than {MostParagraphs:N0} paragraphs.");
        var article = await Kept("a" + text.Sha256, text.Paragraphs, cancelled);
        if (article.All is null)
            return No(article.Problem!);
        var words = $"{claim.Question} {claim.Statement}";
        var sought = await Kept("c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words))), [words], cancelled);
        if (sought.All is not [var one])
            return No(sought.Problem!);
        return article.All.Any(v => v.Length != one.Length)
            ? No("its answer cannot be read.")
            : new([.. article.All.Select(v => Cosine(one, v))], null);
    }

    /// <summary>That nothing is known of what is near in meaning, and why.</summary>
    public Nearness No(string why) => new(null, $"{options.Embeddings} says nothing of meaning: {why}");

    // Whoever asks for the same waits for the same; what failed is asked anew.
    private async Task<Vectors> Kept(string key, IReadOnlyList<string> texts, CancellationToken cancelled)
    {
        var asked = known.GetOrAdd(key, _ => new(() => Task.Run(() => Ask(key, texts))));
        var vectors = await asked.Value.WaitAsync(cancelled);
        if (vectors.All is null)
            known.TryRemove(new(key, asked));
        return vectors;
    }

    private async Task<Vectors> Ask(string key, IReadOnlyList<string> texts)
    {
        await turn.WaitAsync();
        try
        {
            var all = new List<float[]>(texts.Count);
            foreach (var some in texts.Chunk(InOneRequest))
            {
                var (vectors, why) = await endpoint.Ask(
                    async (models, patience) =>
                    {
                        using var model = models.GetEmbeddingClient(options.Embeddings).AsIEmbeddingGenerator();
                        var made = await model.GenerateAsync(some.Select(Short), cancellationToken: patience);
                        return made.Select(e => e.Vector.ToArray()).ToList();
                    },
                    MaxBytes,
                    CancellationToken.None
                );
                if (vectors is null || !AreSound(vectors, some.Length))
                    return new(null, why ?? "its answer cannot be read.");
                all.AddRange(vectors);
            }
            Hold(key, all.Sum(v => (long)v.Length));
            return new(all, null);
        }
        finally
        {
            turn.Release();
        }
    }

    private void Hold(string key, long numbers)
    {
        if ((held += numbers) <= MostNumbers) // one at a time gets here
            return;
        held = numbers;
        foreach (var other in known.Keys.Where(k => k != key).ToList())
            known.TryRemove(other, out _);
    }

    private static bool AreSound(List<float[]> vectors, int count) =>
        vectors.Count == count && vectors.TrueForAll(v => v.Length > 0 && Array.TrueForAll(v, float.IsFinite));

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
