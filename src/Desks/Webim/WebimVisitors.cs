using Rozmova.Messaging;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Relay;

namespace Rozmova.Desks.Webim;

/// <summary>Customers as Webim gets to know them.</summary>
internal sealed class WebimVisitors(ChannelDirectory channels, IContactStore contacts, IDeskContents contents)
{
    /// <summary>What we call a visitor there: stable, of one conversation alone, and telling nobody who they are.</summary>
    public static string IdOf(ConversationBody conversation) => $"{conversation.Channel.Platform}-{conversation.Id.Value:N}";

    /// <summary>Whether nothing but ids may be kept of what is said there.</summary>
    public bool IsPassThrough(ConversationBody conversation) => IsPassThrough(conversation.Channel.Id);

    /// <inheritdoc cref="IsPassThrough(ConversationBody)"/>
    public bool IsPassThrough(ChannelId channel) => channels.Find(channel) is { Row.Privacy: ChannelPrivacy.PassThrough };

    /// <summary>Who they are, as far as we know and Webim has a field for it.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> FieldsOfAsync(
        ConversationBody conversation, MessageBody? message, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = IdOf(conversation),
            ["info"] = conversation.Channel.Platform,
        };
        if (IsPassThrough(conversation))
        {
            Add("display_name", message is null ? null : await contents.FindNameAsync(message, cancellationToken));
            return fields;
        }

        var known = await contacts.FindAsync(conversation.Contact.Id, cancellationToken);
        Add("display_name", conversation.Contact.Name);
        Add("phone", known?.Contact.Phone);
        Add("email", known?.Contact.Email);
        Add("login", known?.Identities.FirstOrDefault(identity => identity.ChannelId == conversation.Channel.Id)?.Username);
        return fields;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                fields[name] = value;
            }
        }
    }
}
