using System.Data.Common;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>
/// What the stores stand on: connections to read with, transactions to write in, and the few words of SQL in which the two
/// engines differ. The statements of ordinary stores are written once; the hot paths have a folder per engine.
/// </summary>
public abstract class Database : ITransactions, IScrub, IAsyncDisposable
{
    /// <summary>A condition that <paramref name="column"/> is among the ids of the array parameter <paramref name="parameter"/>.</summary>
    public abstract string AmongIds(string column, string parameter);

    /// <summary>Locks the rows a SELECT finds until the commit, where writers can meet.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>A condition that the message <c>m</c> holds the words of <c>@words</c>.</summary>
    public abstract string MessageMatches { get; }

    /// <summary>A condition that the contact <paramref name="contactId"/> is called something with the words of <paramref name="words"/>.</summary>
    public abstract string ContactMatches(string contactId, string words = "@words");

    /// <summary>A condition that the bytes of <paramref name="column"/> hold those of <paramref name="parameter"/> somewhere.</summary>
    public abstract string BytesContain(string column, string parameter);

    /// <inheritdoc/>
    public abstract ValueTask ScrubAsync(CancellationToken cancellationToken);

    /// <summary>Turns what a person typed into the engine's full-text query: all words, each also as a beginning. Null when no word is left.</summary>
    public abstract string? SearchWords(string typed);

    /// <summary>
    /// A statement that takes the words of the messages meeting <paramref name="condition"/> out of the full-text index, before they
    /// change. Empty where the engine does so itself.
    /// </summary>
    public virtual string ForgetMessageWords(string condition) => "";

    /// <summary>The statement that puts them in again, after. Empty where the engine does so itself.</summary>
    public virtual string IndexMessageWords(string condition) => "";

    /// <summary>Brings the words of contact <c>@Id</c> in the full-text index up to date. Empty where the engine does so itself.</summary>
    public virtual string IndexContactWords => "";

    /// <summary>Wraps ids for <see cref="AmongIds"/>.</summary>
    public abstract object IdArray(IEnumerable<Guid> ids);

    /// <summary>Reads outside any transaction, from the last commit.</summary>
    public abstract ValueTask<T> ReadAsync<T>(Func<DbConnection, ValueTask<T>> read, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask<T> WriteAsync<T>(Func<Transaction, ValueTask<T>> work, CancellationToken cancellationToken);

    /// <summary>Applies the migrations that are missing, under a lock. Returns the versions applied.</summary>
    public abstract ValueTask<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>The migrations this database still lacks. Takes no lock and changes nothing.</summary>
    public ValueTask<IReadOnlyList<string>> ListMissingMigrationsAsync(CancellationToken cancellationToken) =>
        ReadAsync(connection => Migrations.ListMissingAsync(connection, Engine), cancellationToken);

    /// <summary>Gives back the memory in which pages are kept that will not be wanted soon. Nothing where the engine is another process.</summary>
    public virtual ValueTask ReleaseMemoryAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>The folder its migrations are in.</summary>
    protected abstract string Engine { get; }

    /// <summary>What engine and version this is, for the doctor.</summary>
    public abstract ValueTask<string> DescribeAsync(CancellationToken cancellationToken);

    /// <summary>Who is told of commits. Set once at start; a database without listener only numbers its events.</summary>
    public ICommitListener? Listener { get; set; }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>A transaction with the connection inside.</summary>
public class SqlTransaction(DbConnection connection, DbTransaction? transaction) : Transaction
{
    /// <summary>The connection the transaction runs on.</summary>
    public DbConnection Connection { get; } = connection;

    /// <summary>The driver's transaction; null where the engine manages it by statements.</summary>
    public DbTransaction? Inner { get; } = transaction;
}

/// <summary>Shortcuts from the abstract transaction to the connection in it.</summary>
public static class SqlTransactionExtensions
{
    /// <summary>The SQL side of a transaction this database opened.</summary>
    public static SqlTransaction Sql(this Transaction transaction) => (SqlTransaction)transaction;
}
