using Microsoft.Extensions.DependencyInjection;
using Rozmova.Workspace.Contacts;

namespace Rozmova.Workspace.Conversations;

/// <summary>Registers conversations and contacts: their commands, their outward form, and the waker of snoozed ones.</summary>
public static class ConversationsModule
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<ConversationBodies>();
        services.AddSingleton<ConversationChanges>();
        services.AddSingleton<Claims>();
        services.AddSingleton<HeldConversations>();
        services.AddSingleton<ConversationStates>();
        services.AddSingleton<PostedContent>();
        services.AddSingleton<Posting>();
        services.AddSingleton<SentMessages>();
        services.AddSingleton<DeskAnswers>();
        services.AddSingleton<OwnReactions>();
        services.AddSingleton<Retries>();
        services.AddSingleton<TypingNotices>();
        services.AddSingleton<ContactBodies>();
        services.AddSingleton<ContactChanges>();
        services.AddSingleton<ContactMerges>();
        services.AddSingleton<ContactNotes>();
        services.AddSingleton<ContactFieldChanges>();
        services.AddSingleton<Scrubber>();
        services.AddHostedService(provider => provider.GetRequiredService<Scrubber>());
        services.AddSingleton<ReadReceipts>();
        services.AddSingleton<Avatars>();
        services.AddSingleton<ProfileWriter>();
        services.AddSingleton<ProfileLookups>();
        services.AddSingleton<IProfileQueue>(provider => provider.GetRequiredService<ProfileLookups>());
        services.AddHostedService(provider => provider.GetRequiredService<ProfileLookups>());
        services.AddHostedService<SnoozeWaker>();
        return services;
    }
}
