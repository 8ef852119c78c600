using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>A form over a model: a class whose properties are the fields, each of its own type.</summary>
/// <typeparam name="TFields">The model; empty it is the empty form.</typeparam>
public abstract class Form<TFields> : FormBase
    where TFields : class, new()
{
    /// <summary>The thing as fields; of null, what a new one begins with.</summary>
    public abstract TFields Fill(object? part, Casebook casebook);

    /// <summary>The fields as the thing, telling <paramref name="reader"/> what cannot be read.</summary>
    protected abstract object? Read(TFields fields, FieldReader reader);

    /// <summary>Takes a field over that an older version of the program kept as a text; most still have that name.</summary>
    protected virtual void TakeOld(TFields fields, string name, string text) => Fields.Set(fields, name, text.Trim());

    /// <summary>A whole number as a field shows it.</summary>
    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public sealed override object Begin(object? part, Casebook casebook) => Fill(part, casebook);

    public sealed override object? Read(object fields, FieldReader reader) => Read((TFields)fields, reader);

    public sealed override object Parse(string json) => Fields.Read(typeof(TFields), json);

    public override object Upcast(IReadOnlyDictionary<string, string> texts, object started, string? basis)
    {
        var fields = new TFields();
        foreach (var (name, text) in texts)
            if (Fields.Get(started, name) is { Length: > 0 } was && text.ReplaceLineEndings("") == was.ReplaceLineEndings(""))
                Fields.Set(fields, name, was);
            else
                TakeOld(fields, name, text);
        return fields;
    }
}
