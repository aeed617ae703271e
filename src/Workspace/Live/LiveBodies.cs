using Rozmova.Messaging;

namespace Rozmova.Workspace.Live;

/// <summary><c>data</c> of typing: who types is <c>contact</c> or <c>operator</c>.</summary>
public sealed record TypingBody(ConversationId ConversationId, string By, string? Name);

/// <summary><c>data</c> of operator.presence: <c>online</c>, <c>away</c> or <c>offline</c>.</summary>
public sealed record PresenceBody(OperatorId OperatorId, string Presence);

/// <summary><c>data</c> of conversation.viewers: everybody who has it open right now.</summary>
public sealed record ViewersBody(ConversationId ConversationId, IReadOnlyList<ViewerBody> Viewers);

/// <summary>An operator who has a conversation open: away from it, looking, or writing.</summary>
public sealed record ViewerBody(OperatorId OperatorId, string Name, bool Away, bool Writing);
