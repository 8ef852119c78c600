using System.Collections;
using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>What was kept of one form on a device and on the server, as one draft: of what was typed nothing is lost.</summary>
public sealed class DraftMerge(FormBase form, Casebook casebook)
{
    private readonly object? current = form.Current(casebook);

    /// <summary>
    /// The newer one; and where the server has fields that the device was not told of, these, with what was typed on the device on top.
    /// </summary>
    public Draft? Of(Draft? device, Draft? server)
    {
        if (device is null || server is null)
            return device ?? server;
        if (device.Fields is not null && (device.Told ?? device.At) >= server.At)
            return device;
        if (device.Values is not null || server.In(form) is not { } fields)
            return server.At > device.At ? server : device;
        var (typed, isNewer) = (Draft.Texts(server.Typed), device.At > server.At);
        var (serverBegan, were) = (Begun(server), device.In(form) ?? Begun(device));
        var (asides, isUnlike) = (new List<Aside>(server.Asides ?? []), false);
        isUnlike |= LayRows(device, were, fields, asides);
        foreach (var (name, text) in Draft.Texts(device.Typed).Where(t => !Aside.IsOfARow(t.Key)))
        {
            var stands = Fields.Get(fields, name);
            var there = typed.GetValueOrDefault(name, stands);
            // Where somebody typed on another device since, that is the newer one.
            var isAsKnown = there == Fields.Get(were, name);
            var isAsBegun = device.Basis == server.Basis && !typed.ContainsKey(name) && stands == Fields.Get(serverBegan, name);
            var isLaid = isNewer || isAsKnown || isAsBegun;
            var aside =
                isAsKnown ? null
                : isLaid ? Aside.Of(name, there, text)
                : Aside.Of(name, text, there);
            if (aside is not null)
                asides.Add(aside);
            if (isLaid)
                typed[name] = text;
            isUnlike |= isLaid || aside is not null;
        }
        if (!isUnlike)
            return server;
        return server with
        {
            At = isNewer ? device.At : server.At,
            Fields = Draft.Model(fields),
            Typed = typed.ToDictionary(t => t.Key, string? (t) => t.Value),
            Told = server.At,
            Asides = asides.Count > 0 ? asides : null,
        };
    }

    /// <summary>
    /// What the server had and has no more was saved elsewhere, where it is another version by now: of the device’s draft that leaves what
    /// was typed on the device since, on top of that version; null where that is nothing. What the server never had stays with the version
    /// that it was begun from where that differs in what was typed: saving shows both.
    /// </summary>
    public Draft? OnTopOfWhatIsSaved(Draft device)
    {
        if (form.Write(current) == device.Basis || device.Values is not null)
            return device;
        var saved = form.Begin(current, casebook);
        if (device.Fields is null)
        {
            var begun = Begun(device);
            var isMet = Draft.Texts(device.Typed).Keys.Any(n => Fields.Get(begun, n) != Fields.Get(saved, n) || Aside.IsOfARow(n));
            return isMet ? device : device with { Basis = form.Write(current) };
        }
        var isKept = device.Kept is { } kept && kept == (device.Told ?? device.At);
        if (!isKept || device.In(form) is not { } were)
            return device;
        var typed = Draft.Texts(device.Typed).Where(t => t.Value.Trim() != Fields.Get(were, t.Key)).ToList();
        if (typed.Count == 0)
            return null;
        var asides = new List<Aside>();
        LayRows(device, were, saved, asides);
        typed.RemoveAll(t => Aside.IsOfARow(t.Key));
        asides.AddRange(typed.Select(t => Aside.Of(t.Key, Fields.Get(saved, t.Key), t.Value, Fields.Get(were, t.Key))).OfType<Aside>());
        return device with
        {
            Basis = form.Write(current),
            Fields = Draft.Model(saved),
            Typed = typed.ToDictionary(t => t.Key, string? (t) => t.Value),
            Asides = asides.Count > 0 ? asides : null,
        };
    }

    // What was typed into rows is of the rows that stood there as it was typed, wherever they are by now. True where that is another text.
    private static bool LayRows(Draft device, object were, object onto, List<Aside> asides)
    {
        var typed = Draft.Texts(device.Typed).Where(t => Aside.IsOfARow(t.Key)).ToList();
        if (typed.Count == 0)
            return false;
        var (its, before, set) = (Fields.Copy(were), ByName(onto), asides.Count);
        foreach (var (name, text) in typed)
            Fields.Set(its, name, text);
        asides.AddRange(new ThreeWay(ByName(were), ByName(its), before).Lay(onto, its, onto));
        return asides.Count > set || ThreeWay.Differing(before, ByName(onto)).Any();
    }

    /// <summary>
    /// A draft that was begun from another version, as it would stand on this one: with what was changed in it on top. Of a field that
    /// this version changed as well it has this version’s text where that has the draft’s, or stands in the page; what is lost by it is
    /// set aside.
    /// </summary>
    /// <param name="draft">What was kept.</param>
    /// <param name="started">The fields of this version.</param>
    /// <param name="stands">What stands in the page, by name.</param>
    /// <returns>Null where the draft cannot be read.</returns>
    public (object Fields, IReadOnlyList<Aside> Asides)? OnTop(Draft draft, object started, IReadOnlyDictionary<string, string> stands)
    {
        if (draft.In(form) is not { } changed)
            return null;
        var (were, its, version) = (ByName(Begun(draft)), ByName(changed), ByName(started));
        var (onto, three, asides) = (Fields.Copy(started), new ThreeWay(were, its, version), new List<Aside>());
        three.Lay(onto, changed, started);
        foreach (var group in three.Typed.Where(g => Fields.At(onto, g) is not IList))
        {
            var names = were.Keys.Union(its.Keys).Union(version.Keys).Where(n => FormBase.Group(n) == group).ToList();
            var lost = names.Select(n => Aside.Of(n, Of(its, n), Of(version, n))).OfType<Aside>().ToList();
            var isChangedToo = names.Any(n => Of(version, n) != Of(were, n));
            if (!isChangedToo || (lost.Count > 0 && names.Any(n => Of(stands, n) != Of(version, n))))
                continue;
            asides.AddRange(lost);
            foreach (var name in names)
                Fields.Set(onto, name, Of(version, name));
        }
        return (onto, asides);
    }

    private static Dictionary<string, string> ByName(object fields) => Fields.All(fields).ToDictionary();

    private static string Of(IReadOnlyDictionary<string, string> version, string name) => version.GetValueOrDefault(name, "");

    private object Begun(Draft draft) => form.Begin(draft.Begun(form, current), casebook);
}
