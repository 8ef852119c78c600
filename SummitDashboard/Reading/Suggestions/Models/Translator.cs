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
public sealed class Translator(LanguageModel model)
{
    /// <summary>True where an endpoint is set.</summary>
    public bool IsOn => model.IsOn;

    /// <summary>The words of a quotation in another language; nothing else of the article leaves the server.</summary>
    /// <param name="from">Tag of the language of the words (BCP 47); null where it is not known.</param>
    /// <param name="to">Tag of the language that is wanted.</param>
    public async Task<ProposedTranslation> Propose(string words, string? from, string to, CancellationToken cancelled)
    {
        var answer = await model.Ask(
            $"Translate the user's text from {from ?? "its language"} into {to} (BCP 47 tags). "
                + "It is a fragment of a news article. Keep its certainty and its evaluations as they are: "
                + "neither weaken nor strengthen anything, add and leave out nothing. "
                + "Answer with the translation alone, on one line, without quotation marks.",
            words,
            cancelled
        );
        if (answer.Text is null)
            return new(null, model.Name, answer.Problem);
        var text = OneLine(answer.Text);
        return text.Length switch
        {
            0 => new(null, model.Name, model.No("it answered nothing.").Problem),
            > ItemText.Line => new(
                null,
                model.Name,
                model.No($"it answered {text.Length} characters, and a translation has at most {ItemText.Line}.").Problem
            ),
            _ => new(text, model.Name, null),
        };
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"', '“', '”', '«', '»', ' ');
}
