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
        foreach (var (name, text) in Draft.Texts(device.Typed))
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
            Typed = typed.ToDictionary(t => t.Key, string? (t) => t.Value),
            Told = server.At,
            Asides = asides.Count > 0 ? asides : null,
        };
    }

    /// <summary>
    /// What the server had and has no more was saved elsewhere, where it is another version by now: of the device’s draft that leaves what
    /// was typed on the device since, on top of that version; null where that is nothing.
    /// </summary>
    public Draft? OnTopOfWhatIsSaved(Draft device)
    {
        var isKept = device.Kept is { } kept && kept == (device.Told ?? device.At);
        if (!isKept || form.Write(current) == device.Basis || device.In(form) is not { } were)
            return device;
        var saved = form.Begin(current, casebook);
        var typed = Draft.Texts(device.Typed).Where(t => t.Value.Trim() != Fields.Get(were, t.Key)).ToList();
        if (typed.Count == 0)
            return null;
        Aside[] asides =
        [
            .. typed.Select(t => Aside.Of(t.Key, Fields.Get(saved, t.Key), t.Value, Fields.Get(were, t.Key))).OfType<Aside>(),
        ];
        return device with
        {
            Basis = form.Write(current),
            Fields = Draft.Model(saved),
            Typed = typed.ToDictionary(t => t.Key, string? (t) => t.Value),
            Asides = asides.Length > 0 ? asides : null,
        };
    }

    private object Begun(Draft draft) => form.Begin(draft.Begun(form, current), casebook);
}
