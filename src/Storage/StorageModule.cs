using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rozmova.Storage.Conversations;
using Rozmova.Storage.Postgres;
using Rozmova.Storage.Sqlite;
using Rozmova.Workspace;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Quarantine;
using Rozmova.Workspace.Settings;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Registers the database and every store on it.</summary>
public static class StorageModule
{
    /// <summary>SQLite in the data folder, or PostgreSQL when a connection string is configured.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(Open);
        services.AddSingleton<ITransactions>(provider => provider.GetRequiredService<Database>());
        services.AddSingleton<IConversationStore, ConversationStore>();
        services.AddSingleton<IMediaLookup, MediaLookup>();
        services.AddSingleton<IOperatorStore, OperatorStore>();
        services.AddSingleton<IQuarantineStore, QuarantineStore>();
        services.AddSingleton<ISettingStore, SettingStore>();
        services.AddSingleton<IIdempotencyStore, IdempotencyStore>();
        return services;
    }

    private static Database Open(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<RozmovaOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        return options.Database.Length == 0
            ? new SqliteDatabase(options.Data, time)
            : new PostgresDatabase(options.Database, time);
    }
}
