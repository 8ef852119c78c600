using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data;
using SummitDashboard.Data.Database;

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
        SqliteConnection? other = null;
        if (fault == Fault.Locked)
        {
            other = new($"Data Source={Services.GetRequiredService<DataOptions>().DatabaseFile};Pooling=false");
            other.Open();
            other.BeginTransaction();
        }
        return new Mending(() =>
        {
            breaker.Now = Fault.None;
            other?.Dispose();
        });
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
            services.AddSingleton<IDbContextFactory<SummitDb>>(provider => new Factory(
                provider.GetRequiredService<DataOptions>().DatabaseFile,
                breaker
            ))
        );
    }

    private sealed class Factory(string file, Breaker breaker) : IDbContextFactory<SummitDb>
    {
        private readonly DbContextOptions<SummitDb> options = new DbContextOptionsBuilder<SummitDb>()
            .UseSqlite($"Data Source={file};Default Timeout=1")
            .AddInterceptors(breaker.All)
            .Options;

        public SummitDb CreateDbContext() => new(options);
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
