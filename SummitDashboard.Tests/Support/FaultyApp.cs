using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data;
using SummitDashboard.Data.Database;
using SummitDashboard.Shell.Casebooks;

namespace SummitDashboard.Tests.Support;

/// <summary>What can be wrong with a database that was well a moment ago.</summary>
public enum Fault
{
    None,
    Locked,
    Full,
    ReadOnly,
}

/// <summary>The real program on a database that can be broken and mended while it runs.</summary>
public sealed class FaultyApp : TestApp
{
    private readonly Breaker breaker = new();

    /// <summary>What was read on a thread that was drawing a page.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> ReadWhileDrawing => breaker.WhileDrawing;

    /// <summary>Breaks the database until what is returned is disposed.</summary>
    public IDisposable Break(Fault fault)
    {
        breaker.Now = fault;
        var others = new List<SqliteConnection>();
        if (fault == Fault.Locked)
            foreach (var file in new[] { Folder.DatabaseFile, Folder.FirstCasebook })
            {
                others.Add(new($"Data Source={file};Pooling=false"));
                others[^1].Open();
                others[^1].BeginTransaction();
            }
        return new Mending(() =>
        {
            breaker.Now = Fault.None;
            foreach (var other in others)
                other.Dispose();
        });
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IDbContextFactory<ServerDb>>(_ => new Factory<ServerDb>(Folder.DatabaseFile, breaker, o => new(o)));
            services.AddSingleton<ConfigureCasebook>(casebook =>
                casebook.AddSingleton<IDbContextFactory<SummitDb>>(_ => new Factory<SummitDb>(Folder.FirstCasebook, breaker, o => new(o)))
            );
        });
    }

    private ServerFolder Folder => OfServer.GetRequiredService<ServerFolder>();

    private sealed class Factory<TDb>(string file, Breaker breaker, Func<DbContextOptions<TDb>, TDb> open) : IDbContextFactory<TDb>
        where TDb : DbContext
    {
        private readonly DbContextOptions<TDb> options = new DbContextOptionsBuilder<TDb>()
            .UseSqlite($"Data Source={file};Default Timeout=1")
            .AddInterceptors(breaker.All)
            .Options;

        public TDb CreateDbContext() => open(options);
    }

    private sealed class Mending(Action mend) : IDisposable
    {
        public void Dispose() => mend();
    }

    // Read-only as SQLite itself has it; a full disk as SQLite says it, since none can be filled here.
    private sealed class Breaker : DbConnectionInterceptor
    {
        public Fault Now { get; set; }
        public System.Collections.Concurrent.ConcurrentQueue<string> WhileDrawing { get; } = new();

        public IEnumerable<IInterceptor> All => [this, new Transactions(this), new Commands(this)];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA query_only={(Now == Fault.ReadOnly ? 1 : 0)}";
            command.ExecuteNonQuery();
        }

        private sealed class Transactions(Breaker breaker) : DbTransactionInterceptor
        {
            public override InterceptionResult<DbTransaction> TransactionStarting(
                DbConnection connection,
                TransactionStartingEventData eventData,
                InterceptionResult<DbTransaction> result
            ) => breaker.Full(result);

            public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
                DbConnection connection,
                TransactionStartingEventData eventData,
                InterceptionResult<DbTransaction> result,
                CancellationToken cancellationToken = default
            ) => new(breaker.Full(result));
        }

        private sealed class Commands(Breaker breaker) : DbCommandInterceptor
        {
            public override InterceptionResult<DbDataReader> ReaderExecuting(
                DbCommand command,
                CommandEventData eventData,
                InterceptionResult<DbDataReader> result
            ) => Write(command, result);

            public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
                DbCommand command,
                CommandEventData eventData,
                InterceptionResult<DbDataReader> result,
                CancellationToken cancellationToken = default
            ) => new(Write(command, result));

            public override InterceptionResult<int> NonQueryExecuting(
                DbCommand command,
                CommandEventData eventData,
                InterceptionResult<int> result
            ) => Write(command, result);

            public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
                DbCommand command,
                CommandEventData eventData,
                InterceptionResult<int> result,
                CancellationToken cancellationToken = default
            ) => new(Write(command, result));

            private T Write<T>(DbCommand command, T result)
            {
                if (SynchronizationContext.Current is not null)
                    breaker.WhileDrawing.Enqueue(command.CommandText);
                return new[] { "INSERT ", "UPDATE ", "DELETE " }.Any(verb => command.CommandText.Contains(verb, StringComparison.Ordinal))
                    ? breaker.Full(result)
                    : result;
            }
        }

        private T Full<T>(T result) =>
            Now == Fault.Full ? throw new SqliteException("SQLite Error 13: 'database or disk is full'.", 13) : result;
    }
}
