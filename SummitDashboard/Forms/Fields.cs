using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>
/// The fields of a form's model by name, as a page has them: <c>quotations.0.exact</c> is a property of the first entry of a list,
/// <c>aspect.when.text</c> one of what stands under a key, <c>themes.the-visit</c> a choice among many. A value keeps its type; as text it
/// is only what a field shows.
/// </summary>
public static class Fields
{
    /// <summary>How a model is written into a draft.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // drafts go to the database and to the device, never into a page
        RespectNullableAnnotations = true,
    };

    /// <summary>
    /// A name made of parts, of which some may be keys: a full stop inside a key is written <c>~1</c>, as in a JSON pointer.
    /// </summary>
    public static string Name(params ReadOnlySpan<string> parts)
    {
        var escaped = new string[parts.Length];
        for (var n = 0; n < parts.Length; n++)
            escaped[n] = parts[n].Replace("~", "~0", StringComparison.Ordinal).Replace(".", "~1", StringComparison.Ordinal);
        return string.Join('.', escaped);
    }

    /// <summary>The key that stands in a name.</summary>
    public static string Key(string part) => part.Replace("~1", ".", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>What a field shows; nothing where it is empty or not there.</summary>
    public static string Get(object model, string name) => Text(At(model, name));

    /// <summary>What a field, a row or a list holds; null where there is none.</summary>
    public static object? At(object model, string name)
    {
        object? at = model;
        foreach (var part in name.Split('.'))
            at = at switch
            {
                null => null,
                ISet<string> chosen => chosen.Contains(Key(part)),
                IDictionary keyed => keyed[Key(part)],
                IList list => int.TryParse(part, out var n) && n >= 0 && n < list.Count ? list[n] : null,
                _ => Property(at, part)?.GetValue(at),
            };
        return at;
    }

    /// <summary>
    /// Puts a text into a field, as what the field holds. False where there is no such field, or where what can be chosen in it is
    /// something else.
    /// </summary>
    public static bool Set(object model, string name, string text)
    {
        var (parts, at) = (name.Split('.'), model);
        for (var n = 0; n < parts.Length; n++)
        {
            var isLast = n == parts.Length - 1;
            switch (at)
            {
                case ISet<string> chosen:
                    _ = text.Length > 0 ? chosen.Add(Key(parts[n])) : chosen.Remove(Key(parts[n]));
                    return isLast;
                case IDictionary keyed:
                    if (isLast)
                        return false;
                    at = keyed[Key(parts[n])] ??= Activator.CreateInstance(at.GetType().GetGenericArguments()[1])!;
                    break;
                case List<string> texts:
                    return isLast && Place(parts[n]) is { } place && Put(texts, place, text);
                case IList list:
                    if (isLast || Place(parts[n]) is not { } row)
                        return false;
                    while (list.Count <= row)
                        list.Add(Activator.CreateInstance(list.GetType().GetGenericArguments()[0]));
                    at = list[row]!;
                    break;
                default:
                    if (Property(at, parts[n]) is not { } property)
                        return false;
                    if (isLast)
                        return Write(at, property, text);
                    at = property.GetValue(at)!;
                    break;
            }
        }
        return false;
    }

    /// <summary>
    /// Takes over what somebody typed: blanks around it are slips of the hand. What is as it was keeps its own blanks and
    /// line ends, of which browsers know one kind.
    /// </summary>
    public static bool Type(object model, object started, string name, string? typed)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n");
        var was = Get(started, name);
        return Set(model, name, text == was.ReplaceLineEndings("\n") ? was : text.Trim());
    }

    /// <summary>Every field that is filled, by name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All(object model) => In(model, "").Where(f => f.Value.Length > 0);

    /// <summary>True where two models show the same in every field.</summary>
    public static bool Same(object a, object b) =>
        All(a).OrderBy(f => f.Key, StringComparer.Ordinal).SequenceEqual(All(b).OrderBy(f => f.Key, StringComparer.Ordinal));

    /// <summary>Empties every field whose name begins so.</summary>
    public static void Clear(object model, string group)
    {
        if (Property(model, group) is { } property && property.GetValue(model) is IList list)
            list.Clear();
        else
            foreach (
                var name in All(model)
                    .Select(f => f.Key)
                    .Where(n => n == group || n.StartsWith(group + ".", StringComparison.Ordinal))
                    .ToList()
            )
                Set(model, name, "");
    }

    /// <summary>The model as JSON, as drafts keep it; and back. Throws <see cref="JsonException"/> where it is none of this type.</summary>
    public static string Write(object model) => JsonSerializer.Serialize(model, model.GetType(), Json);

    public static object Read(Type model, string json) =>
        JsonSerializer.Deserialize(json, model, Json) ?? throw new JsonException("There is no model.");

    /// <summary>Another of the same.</summary>
    public static object Copy(object model) => Read(model.GetType(), Write(model));

    /// <summary>
    /// Has a model show what another of its kind shows. Its rows stay the same objects as far as they stand for the same, and so does what
    /// is drawn of them: whoever goes on typing in one does so. Rows in which nothing stands are left to whoever laid them out.
    /// </summary>
    public static void Update(object model, object from)
    {
        foreach (var property in model.GetType().GetProperties().Where(p => p.CanWrite))
            switch ((property.GetValue(model), property.GetValue(from)))
            {
                case (ISet<string> chosen, ISet<string> now):
                    chosen.Clear();
                    chosen.UnionWith(now);
                    break;
                case (IDictionary keyed, IDictionary now):
                    foreach (var key in keyed.Keys.Cast<object>().Union(now.Keys.Cast<object>()).ToList())
                        if (keyed[key] is not { } at)
                            keyed[key] = Copy(now[key]!);
                        else
                            Update(at, now[key] ?? Activator.CreateInstance(at.GetType())!);
                    break;
                case (List<string> texts, List<string> now):
                    texts.Clear();
                    texts.AddRange(now);
                    break;
                case (IList rows, IList now):
                    UpdateRows(rows, [.. now.Cast<object>()]);
                    break;
                case var (at, now) when now is not (null or string or TextPosition) && now.GetType().IsClass:
                    if (at is null)
                        property.SetValue(model, Copy(now));
                    else
                        Update(at, now);
                    break;
                case var (_, now):
                    property.SetValue(model, now);
                    break;
            }
    }

    // In their order, each the one that it was (ListRow). What is still empty stands behind them.
    private static void UpdateRows(IList rows, IReadOnlyList<object> now)
    {
        var filled = now.Where(r => !IsBlank(r)).ToList();
        var (empty, were) = (rows.Cast<object>().Where(IsBlank).ToList(), rows.Cast<object>().Where(r => !IsBlank(r)).ToList());
        var same = ListRow.Matches([.. filled.Select(Row)], [.. were.Select(Row)]);
        rows.Clear();
        foreach (var (n, row) in filled.Index())
            if (same[n] < 0)
                rows.Add(Copy(row));
            else
            {
                Update(were[same[n]], row);
                rows.Add(were[same[n]]);
            }
        foreach (var row in empty.Count > 0 || filled.Count > 0 ? empty : now.Select(Copy))
            rows.Add(row);
    }

    private static ListRow Row(object row, int place) => new(place, new(In(row, "").ToDictionary(), StringComparer.Ordinal));

    private static IEnumerable<KeyValuePair<string, string>> In(object? at, string name)
    {
        var before = name.Length == 0 ? "" : name + ".";
        return at switch
        {
            null => [],
            string or bool or Enum or TextPosition => [new(name, Text(at))],
            ISet<string> chosen => chosen.Select(key => KeyValuePair.Create(before + Name(key), "true")),
            IDictionary keyed => keyed.Keys.Cast<string>().SelectMany(key => In(keyed[key], before + Name(key))),
            IList list => list.Cast<object?>().SelectMany((entry, n) => IsBlank(entry) ? [] : In(entry, before + n)),
            _ => at.GetType().GetProperties().Where(p => p.CanWrite).SelectMany(p => In(p.GetValue(at), before + Camel(p.Name))),
        };
    }

    // A row that was only laid out, with what every new one begins with, is none.
    private static bool IsBlank(object? row) =>
        row is not (null or string) && In(row, "").SequenceEqual(In(Activator.CreateInstance(row.GetType()), ""));

    private static string Text(object? value) =>
        value switch
        {
            string text => text,
            true => "true",
            Enum word => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()),
            TextPosition position => position.ToString(),
            _ => "",
        };

    private static bool Write(object at, PropertyInfo property, string text)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object? value =
            type == typeof(string) ? text
            : type == typeof(bool) ? text is "true" or "on"
            : text.Length == 0 ? null
            : type == typeof(TextPosition) ? TextPosition.Parse(text)
            : type.IsEnum ? Enum.GetValues(type).Cast<Enum>().FirstOrDefault(word => Text(word) == text)
            : null;
        if (value is null && (text.Length > 0 || Nullable.GetUnderlyingType(property.PropertyType) is null && type.IsValueType))
            return false;
        property.SetValue(at, value);
        return true;
    }

    // What is emptied at the end is no entry any more.
    private static bool Put(List<string> texts, int place, string text)
    {
        while (texts.Count <= place)
            texts.Add("");
        texts[place] = text;
        while (texts is [.., ""])
            texts.RemoveAt(texts.Count - 1);
        return true;
    }

    // More rows than this are nobody's.
    private static int? Place(string part) => int.TryParse(part, out var n) && n is >= 0 and < 10_000 ? n : null;

    private static PropertyInfo? Property(object at, string part) =>
        part.Length == 0 ? null
        : at.GetType().GetProperty(char.ToUpperInvariant(part[0]) + part[1..]) is { CanWrite: true } found ? found
        : null;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
