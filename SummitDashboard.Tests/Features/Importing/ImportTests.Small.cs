using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Importing;

public sealed partial class ImportTests
{
    public sealed class Small : IAsyncLifetime
    {
        private readonly TempFolder folder = new();

        public TestApp App { get; private set; } = null!;
        public string Ada { get; private set; } = "";
        public Imports Imports => App.Services.GetRequiredService<Imports>();
        public CasebookStore Store => App.Services.GetRequiredService<CasebookStore>();

        public async ValueTask InitializeAsync()
        {
            App = new TestApp(
                new()
                {
                    ["Casebook:Folder"] = SmallCasebook.Write(folder),
                    ["Casebook:Texts"] = folder.Sub("texts"),
                    ["Import:FileMiB"] = "2",
                }
            ).Started();
            Ada = await App.Person("Ada", AccountRole.Editor);
        }

        /// <summary>These files, once each of so many has been read or refused.</summary>
        public async Task<List<ImportEntry>> Ended(int count, Func<ImportEntry, bool> which)
        {
            while (true)
            {
                var changed = new TaskCompletionSource();
                void Tell() => changed.TrySetResult();
                Imports.Changed += Tell;
                try
                {
                    var found = (await Imports.List()).Where(which).ToList();
                    if (found.Count == count && found.All(e => e.State is ImportState.Read or ImportState.Failed))
                        return found;
                    await changed.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);
                }
                finally
                {
                    Imports.Changed -= Tell;
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            folder.Dispose();
        }
    }
}
