using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

/// <summary>From what is stored to what is shown.</summary>
public static class BodyMapping
{
    /// <summary>A message as the API shows it.</summary>
    public static MessageBody ToBody(this Message message) => new(
        message.Id, message.ConversationId, message.Seq, message.Direction,
        new AuthorBody(message.Author.Kind, message.Author.Id, message.Author.Name), message.Content.ToBody(), message.ReplyTo,
        message.PlatformId?.Id, message.Status, message.Error, message.SentAt, message.CreatedAt, message.Late, message.EditedAt,
        message.DeletedAt, message.Reactions);

    /// <summary>
    /// A conversation as the API shows it at <paramref name="now"/>: an expired claim is no claim. <paramref name="window"/> is how
    /// long its platform lets us answer.
    /// </summary>
    public static ConversationBody ToBody(
        this Conversation conversation, ConversationChannelBody channel, MessageBody? last, TimeSpan? window, DateTimeOffset now) => new(
        conversation.Id, channel,
        new ConversationContactBody(conversation.ContactId, conversation.ContactName, MediaUrl(conversation.AvatarId)),
        conversation.Status, conversation.ClaimAt(now)?.ToBody(), conversation.Unread, conversation.Labels, last,
        window is { } length ? conversation.LastInboundAt + length : null, conversation.SnoozedUntil, conversation.CreatedAt,
        conversation.UpdatedAt, conversation.WaitingSince)
        {
            Chat = conversation.Chat,
        };

    /// <summary>A claim as the API shows it.</summary>
    public static ClaimBody ToBody(this Claim claim) => new(claim.OperatorId, claim.Name, claim.Until);

    /// <summary>Where a file in the media folder is served.</summary>
    public static string? MediaUrl(MediaId? id) => id is { } known ? $"/api/v1/media/{known}" : null;
}
