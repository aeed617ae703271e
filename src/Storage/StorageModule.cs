using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rozmova.Storage.Contacts;
using Rozmova.Storage.Conversations;
using Rozmova.Storage.Delivery;
using Rozmova.Storage.Desks;
using Rozmova.Storage.Postgres;
using Rozmova.Storage.Sqlite;
using Rozmova.Storage.Statistics;
using Rozmova.Workspace;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.CannedReplies;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Drafts;
using Rozmova.Workspace.Hours;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Labels;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Quarantine;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Scheduling;
using Rozmova.Workspace.Settings;
using Rozmova.Workspace.Statistics;
using Rozmova.Workspace.Transactions;
using Rozmova.Workspace.TwoFactor;
using Rozmova.Workspace.Views;

namespace Rozmova.Storage;

/// <summary>Registers the database and every store on it.</summary>
public static class StorageModule
{
    /// <summary>SQLite in the data folder, or PostgreSQL when a connection string is configured.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(Open);
        services.AddSingleton<ITransactions>(provider => provider.GetRequiredService<Database>());
        services.AddSingleton<IScrub>(provider => provider.GetRequiredService<Database>());
        services.AddHostedService<PostgresMessageWords>();
        services.AddSingleton(OpenJournal);
        services.AddSingleton(OpenInbound);
        services.AddSingleton<ILiveLog, LiveLog>();
        services.AddSingleton<IAuditStore, AuditStore>();
        services.AddSingleton<IChannelStore, ChannelStore>();
        services.AddSingleton<IConversationStore, ConversationStore>();
        services.AddSingleton<IContactStore, ContactStore>();
        services.AddSingleton<IContactFieldStore, ContactFieldStore>();
        services.AddSingleton<IContactNoteStore, ContactNoteStore>();
        services.AddSingleton<ILabelStore, LabelStore>();
        services.AddSingleton<IHoursStore, HoursStore>();
        services.AddSingleton<ITwoFactorStore, TwoFactorStore>();
        services.AddSingleton<IDraftStore, DraftStore>();
        services.AddSingleton<IScheduledStore, ScheduledStore>();
        services.AddSingleton<ICannedReplyStore, CannedReplyStore>();
        services.AddSingleton<IMediaStore, MediaStore>();
        services.AddSingleton<IOperatorStore, OperatorStore>();
        services.AddSingleton<IQuarantineStore, QuarantineStore>();
        services.AddSingleton<IRelayedStore, RelayedStore>();
        services.AddSingleton<ISettingStore, SettingStore>();
        services.AddSingleton<ISavedViewStore, SavedViewStore>();
        services.AddSingleton<IStatisticsStore, StatisticsStore>();
        services.AddSingleton<IIdempotencyStore, IdempotencyStore>();
        services.AddSingleton<IDeskStore, DeskStore>();
        services.AddSingleton<IDeskMarks, DeskMarkStore>();
        services.AddSingleton(OpenLeases);
        services.AddSingleton(OpenCalls);
        services.AddSingleton(OpenOutbox);
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<DeliveryStore>());
        services.AddSingleton<IDeliveryStore>(provider => provider.GetRequiredService<DeliveryStore>());
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

    private static IJournalStore OpenJournal(IServiceProvider provider) => provider.GetRequiredService<Database>() switch
    {
        PostgresDatabase postgres => new PostgresJournalStore(postgres),
        _ => new SqliteJournalStore(
            provider.GetRequiredService<IOptions<RozmovaOptions>>().Value.Data, provider.GetRequiredService<TimeProvider>()),
    };

    private static IInboundStore OpenInbound(IServiceProvider provider)
    {
        var conversations = provider.GetRequiredService<IConversationStore>();
        var outbox = provider.GetRequiredService<IOutbox>();
        return provider.GetRequiredService<Database>() is SqliteDatabase sqlite
            ? new SqliteInboundStore(sqlite, conversations, outbox)
            : new PostgresInboundStore(conversations, outbox);
    }

    private static IChannelLeases OpenLeases(IServiceProvider provider) => provider.GetRequiredService<Database>() switch
    {
        SqliteDatabase => new SqliteChannelLeases(),
        var database => new PostgresChannelLeases((PostgresDatabase)database),
    };

    private static INodeCalls OpenCalls(IServiceProvider provider) => provider.GetRequiredService<Database>() switch
    {
        SqliteDatabase => new SqliteNodeCalls(),
        var database => new PostgresNodeCalls((PostgresDatabase)database),
    };

    private static DeliveryStore OpenOutbox(IServiceProvider provider) => provider.GetRequiredService<Database>() switch
    {
        SqliteDatabase sqlite => new SqliteDeliveryStore(sqlite),
        var database => new PostgresDeliveryStore((PostgresDatabase)database),
    };
}
