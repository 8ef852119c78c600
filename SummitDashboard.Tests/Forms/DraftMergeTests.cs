using System.Text.Json;
using CsCheck;
using SummitDashboard.Domain;
using SummitDashboard.Features.Editing;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Forms;

/// <summary>Two drafts of one form, in which words stand that nobody has seen together.</summary>
public sealed class DraftMergeTests
{
    private static readonly Casebook Casebook = Repo.Casebook;
    private static readonly EventForm Form = new(Casebook.Events[0]);
    private static readonly string? Begun = Form.Write(Casebook.Events[0]);
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, default);
    private static readonly string[] Names = ["label", "note"];

    // What stands in the two fields, as a place knew it and as it is typed there; an empty text is no change.
    private static readonly Gen<string[]> Words = Gen.Int[0, 5].Select(n => new[] { "", "", "one", "two", "one two", "three" }[n]).Array[2];
    private static readonly Gen<int> Minutes = Gen.Int[1, 9];

    private static EventFields Model(IEnumerable<string> words)
    {
        var fields = Form.Fill(Casebook.Events[0], Casebook);
        foreach (var (name, text) in Names.Zip(words))
            if (text.Length > 0)
                Fields.Set(fields, name, text);
        return fields;
    }

    private static Dictionary<string, string?> Typed(IEnumerable<string> words) =>
        Names.Zip(words).Where(w => w.Second.Length > 0).ToDictionary(w => w.First, string? (w) => w.Second);

    [Fact]
    public void Of_WhatWasTypedAtTwoPlaces_LosesNoWord() =>
        Gen.Select(Words, Words, Words, Words, Gen.Bool, Minutes, Minutes)
            .Sample(
                (known, typed, there, typedThere, isBegunHere, at, atThere) =>
                {
                    var fields = isBegunHere ? (JsonElement?)null : Draft.Model(Model(known));
                    var device = new Draft(Noon.AddMinutes(at), Begun, fields, Typed(typed), Told: isBegunHere ? null : Noon);
                    var server = new Draft(Noon.AddMinutes(atThere), Begun, Draft.Model(Model(there)), Typed(typedThere));
                    var merged = new DraftMerge(Form, Casebook).Of(device, server)!;
                    var (stands, asides) = (Standing(merged), merged.Asides ?? []);
                    var were = isBegunHere ? Model([]) : Model(known);
                    var its = Standing(server);
                    foreach (var (name, text) in Draft.Texts(device.Typed))
                    {
                        Assert.False(IsLost(name, text), $"{name}: “{text}” of the device is lost");
                        if (Fields.Get(its, name) != Fields.Get(were, name))
                            Assert.False(IsLost(name, Fields.Get(its, name)), $"{name}: “{Fields.Get(its, name)}” of the server is lost");
                    }
                    foreach (var name in Names.Except(Draft.Texts(device.Typed).Keys))
                        Assert.Equal(Fields.Get(its, name), Fields.Get(stands, name));

                    bool IsLost(string name, string text) =>
                        asides
                            .Where(a => a.Name == name)
                            .Select(a => a.Text)
                            .Append(Fields.Get(stands, name))
                            .All(s => Aside.IsLost(text, s));
                },
                iter: 5_000
            );

    [Fact]
    public void OnTopOfWhatIsSaved_WithWhatWasTypedSince_LosesNoWordAndIsNothingWithoutAny() =>
        Gen.Select(Words, Words, Words)
            .Sample(
                (known, typed, saved) =>
                {
                    var happening = Casebook.Events[0] with { Label = $"Saved {saved[0]}", Note = saved[1] };
                    var merge = new DraftMerge(Form, new Casebook(1, Casebook.Head, [], [], [happening], []));
                    var device = new Draft(Noon.AddMinutes(1), Begun, Draft.Model(Model(known)), Typed(typed), Told: Noon, Kept: Noon);
                    var since = Typed(typed).Where(t => t.Value != Fields.Get(Model(known), t.Key)).ToList();
                    var laid = merge.OnTopOfWhatIsSaved(device);
                    Assert.Equal(since.Count == 0, laid is null);
                    if (laid is null)
                        return;
                    Assert.Equal(Form.Write(happening), laid.Basis);
                    var stands = Standing(laid);
                    foreach (var (name, its) in Names.Zip([happening.Label, happening.Note]))
                    {
                        var mine = since.Find(t => t.Key == name).Value;
                        Assert.Equal(mine ?? its, Fields.Get(stands, name));
                        if (mine is not null && its != Fields.Get(Model(known), name) && Aside.IsLost(its, mine))
                            Assert.Contains(new Aside(name, its), laid.Asides!);
                    }
                },
                iter: 2_000
            );

    [Fact]
    public void OnTop_OfAnotherVersion_LosesNoWordOfTheDraftAndNoneThatWasSaved() =>
        Gen.Select(Words, Words, Words)
            .Sample(
                (typed, saved, standing) =>
                {
                    var (draft, started) = (Model(typed), Model(saved));
                    var stands = Fields.All(Model(standing)).ToDictionary();
                    var kept = new Draft(Noon, Begun, Draft.Model(draft), null);
                    var (laid, asides) = new DraftMerge(Form, Casebook).OnTop(kept, started, stands)!.Value;
                    foreach (var name in Names)
                    {
                        var (was, its, version) = (Fields.Get(Model([]), name), Fields.Get(draft, name), Fields.Get(started, name));
                        var texts = asides.Where(a => a.Name == name).Select(a => a.Text).Append(Fields.Get(laid, name)).ToList();
                        Assert.True(its == was || texts.Any(t => !Aside.IsLost(its, t)), $"{name}: “{its}” of the draft is lost");
                        if (its == was || (version != was && stands[name] == version)) // what is saved and stands there stays
                            Assert.Equal(version, Fields.Get(laid, name));
                    }
                },
                iter: 5_000
            );

    private static EventFields Standing(Draft draft)
    {
        var fields = (EventFields)draft.In(Form)!;
        foreach (var (name, text) in Draft.Texts(draft.Typed))
            Fields.Set(fields, name, text);
        return fields;
    }
}
