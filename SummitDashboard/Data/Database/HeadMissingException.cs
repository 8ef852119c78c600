using System.Text.Json;

namespace SummitDashboard.Data.Database;

/// <summary>A casebook whose title page, of title, phases and themes, is not in the database or cannot be read.</summary>
internal sealed class HeadMissingException() : JsonException("The casebook’s head is missing.");
