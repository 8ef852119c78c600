using System.Globalization;
using System.IO.Compression;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Exchange;

/// <summary>
/// The casebook as a download: what <c>export</c> writes, in one file. Whoever may read may have it; it holds no article's text.
/// </summary>
public static class ExchangeEndpoints
{
    public static void MapExchange(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Urls.CasebookZip, Zip).WithMetadata(new HeavyReadAttribute());

    private static async Task<IResult> Zip(CasebookExport export, NotesAccess access, HttpContext context, CancellationToken left)
    {
        var notes = access.Allows(Visitor.RoleOf(context.User));
        var revision = 0L;
        try
        {
            return await HeavyReads.File(
                stream =>
                {
                    revision = Write(export, stream, notes, left);
                    return Task.CompletedTask;
                },
                "application/zip",
                () => string.Create(CultureInfo.InvariantCulture, $"casebook-r{revision}.zip"),
                left
            );
        }
        catch (StartupException)
        {
            // Why is for whoever runs the server.
            return Results.Text(
                "The casebook cannot be downloaded just now: a record of it cannot be read, and the download would be incomplete. An "
                    + "owner sees what to do under “Server”.",
                "text/plain; charset=utf-8",
                statusCode: StatusCodes.Status503ServiceUnavailable
            );
        }
    }

    private static long Write(CasebookExport export, Stream stream, bool notes, CancellationToken left) =>
        export.Read(
            history: true,
            (casebook, files) =>
            {
                using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
                foreach (var file in files)
                {
                    left.ThrowIfCancellationRequested();
                    using var entry = zip.CreateEntry(file.Path).Open();
                    file.WriteTo(entry);
                }
                return casebook.Revision;
            },
            notes
        );
}
