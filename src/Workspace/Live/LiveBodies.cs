using Rozmova.Messaging;

namespace Rozmova.Workspace.Live;

/// <summary><c>data</c> of typing: who types is <c>contact</c> or <c>operator</c>.</summary>
public sealed record TypingBody(ConversationId ConversationId, string By, string? Name);

/// <summary><c>data</c> of operator.presence: <c>online</c> or <c>offline</c>.</summary>
public sealed record PresenceBody(OperatorId OperatorId, string Presence);
