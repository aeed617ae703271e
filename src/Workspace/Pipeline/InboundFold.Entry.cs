using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Pipeline;

/// <summary>The conversations of a batch.</summary>
internal sealed partial class InboundFold
{
    /// <summary>A conversation while the batch is applied.</summary>
    private sealed class Entry(LiveChannel channel, InboundChat chat)
    {
        private string? _identityName = chat.IdentityName;

        public LiveChannel Channel { get; } = channel;

        public Conversation Conversation { get; set; } = chat.Conversation;

        public InboundChat Chat => new(Conversation, _identityName);

        /// <summary>Its newest entry, where this batch brought it.</summary>
        public Message? Last { get; set; }

        public bool IsNew { get; init; }

        public bool Changed { get; set; }

        public bool Renamed { get; private set; }

        public bool BlockedChanged => Conversation.Blocked != chat.Conversation.Blocked;

        /// <summary>The platform's name for the person. An operator's own name for them stays.</summary>
        public void Call(string name)
        {
            if (name == _identityName)
            {
                return;
            }

            if (Conversation.ContactName is null || Conversation.ContactName == _identityName)
            {
                Conversation = Conversation with { ContactName = name };
            }

            _identityName = name;
            Renamed = true;
        }
    }
}
