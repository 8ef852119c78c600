using SummitDashboard.Reading;
using SummitDashboard.Reading.Suggestions;

namespace SummitDashboard.Features.Editing;

public sealed partial class CodePage
{
    // What somebody typed stays; only what is empty is filled. Answers what was, or why nothing was.
    private async Task<(bool IsPut, string Says)> PutDraft(DraftedCell draft)
    {
        if (IsSilent)
            return (
                false,
                "The cell is marked silent, so nothing was put into it. Choose how the source puts the claim, then put the draft in."
            );
        var (put, kept) = (new List<string>(), new List<string>());
        if (draft.Stance is not null)
            (Coded.Stance is null ? put : kept).Add("the stance");
        Coded.Stance ??= draft.Stance;
        var quoted = 0;
        foreach (var found in draft.Quotations)
            if (!Rows.Exists(q => q.Exact == found.Span.In(text!.Paragraphs[found.Paragraph - 1])))
            {
                await Add(new(found.Paragraph, found.Span.Start, found.Span.End));
                quoted++;
            }
        if (quoted > 0)
            put.Add(Labels.Count(quoted, "quotation"));
        foreach (var aspect in claim!.Aspects.Where(a => draft.Aspects.ContainsKey(a.Key)))
        {
            var slot = Coded.Slot(aspect.Key);
            (slot.IsOpen ? put : kept).Add($"“{aspect.Label}”");
            if (slot.IsOpen)
                slot.Text = draft.Aspects[aspect.Key];
        }
        if (draft.Gloss is { Length: > 0 } gloss)
        {
            (Coded.Gloss.Length == 0 ? put : kept).Add("our reading");
            if (Coded.Gloss.Length == 0)
                Coded.Gloss = gloss;
        }
        await Keep();
        return (
            true,
            (put.Count > 0 ? $"Put into the form: {Prose.List(put)}. " : "Nothing of it was put into the form. ")
                + (kept.Count > 0 ? $"Left as you had it: {Prose.List(kept)}. " : "")
                + "Nothing is saved yet."
        );
    }
}
