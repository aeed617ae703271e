using Rozmova.Messaging;

namespace Rozmova.Workspace.Contacts;

/// <summary>Asks a platform who somebody is, behind everybody's back. What it says comes later, or never.</summary>
public interface IProfileQueue
{
    /// <summary>
    /// Hands over a conversation whose person is to be looked up, or who <paramref name="told"/> us all but the picture. Returns at once.
    /// </summary>
    void Offer(ChannelId channel, ConversationId conversation, string chat, Profile? told);
}
