using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace SummitDashboard.Data;

/// <summary>What most numbers among the settings are.</summary>
public sealed class AtLeastOneAttribute : RangeAttribute
{
    public AtLeastOneAttribute()
        : base(1, int.MaxValue) => ErrorMessage = "it is a whole number from 1 on.";
}

/// <summary>
/// Settings as options: bound from their section, and held to their annotations before the server listens. What is wrong is said by the
/// setting’s name, what it is, and what it should be.
/// </summary>
public static class Settings
{
    /// <summary>Options that whoever needs them asks for by their own type.</summary>
    /// <param name="services">The program’s.</param>
    /// <param name="section">The section they stand in; "" where each property names its whole key.</param>
    public static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string section = "")
        where T : class
    {
        services.AddSingleton<IValidateOptions<T>>(new Annotations<T>(section));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
        return services
            .AddOptions<T>()
            .Configure<IConfiguration>((options, all) => Bind(options, section.Length == 0 ? all : all.GetSection(section), section))
            .ValidateOnStart();
    }

    private static void Bind<T>(T options, IConfiguration values, string section)
    {
        try
        {
            values.Bind(options);
        }
        catch (InvalidOperationException) // what should be a number is none
        {
            throw new OptionsValidationException(
                section,
                typeof(T),
                from property in typeof(T).GetProperties()
                where values[NameOf(property)] is { } said && !TypeDescriptor.GetConverter(property.PropertyType).IsValid(said)
                select Complaint(
                    section,
                    property,
                    values[NameOf(property)],
                    property.GetCustomAttribute<ValidationAttribute>()?.ErrorMessage
                )
            );
        }
    }

    private static string NameOf(MemberInfo property) =>
        property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;

    private static string Complaint(string section, MemberInfo property, object? value, string? should) =>
        $"{(section.Length == 0 ? "" : section + ":")}{NameOf(property)} is “{value}”; {should ?? "that cannot be read."}";

    private sealed class Annotations<T>(string section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var wrong = typeof(T)
                .GetProperties()
                .SelectMany(property =>
                    property
                        .GetCustomAttributes<ValidationAttribute>()
                        .Where(rule => !rule.IsValid(property.GetValue(options)))
                        .Select(rule => Complaint(section, property, property.GetValue(options), rule.ErrorMessage))
                )
                .Concat(Own(options))
                .ToList();
            return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
        }

        private IEnumerable<string> Own(T options) =>
            from result in (options as IValidatableObject)?.Validate(new(options)) ?? []
            from member in result.MemberNames
            let property = typeof(T).GetProperty(member)!
            select Complaint(section, property, property.GetValue(options), result.ErrorMessage);
    }
}
