using Rozmova.Messaging;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Conversations;

/// <summary>What a request wants to say: read, with the file it names, and held against the template it names.</summary>
internal sealed class PostedContent(
    IConversationStore conversations, ChannelDirectory channels, IMediaStore media, IMediaImport import, TemplateCheck templates)
{
    public async ValueTask<CommandResult<MessageContent>> ReadAsync(
        ConversationId id, ContentBody? content, CancellationToken cancellationToken)
    {
        var read = ContentReader.Read(content);
        return read.Value switch
        {
            MessageContent.Media message => await WithFileAsync(message, cancellationToken),
            MessageContent.Template template => await CheckAsync(id, template, cancellationToken),
            _ => read,
        };
    }

    private async ValueTask<CommandResult<MessageContent>> CheckAsync(
        ConversationId id, MessageContent.Template template, CancellationToken cancellationToken)
    {
        if (template.Header is MessageContent.Media header)
        {
            var file = await WithFileAsync(header, cancellationToken);
            if (file.Value is not MessageContent.Media found)
            {
                return file;
            }

            template = template with { Header = found with { Kind = ContentMapping.ToHeaderKind(found.File.MimeType) } };
        }

        var conversation = await conversations.FindAsync(id, cancellationToken);
        return conversation is not null && channels.Find(conversation.Conversation.ChannelId) is { Row.Enabled: true } channel
            && await templates.FindObjectionAsync(channel, template, cancellationToken) is { } objection
            ? new Refusal.NotSupported(objection)
            : template;
    }

    private async ValueTask<CommandResult<MessageContent>> WithFileAsync(MessageContent.Media message, CancellationToken cancellationToken)
    {
        var found = await FindFileAsync(message.File, cancellationToken);
        return found.Value is { } file
            ? message with { File = file.ToAttachment() with { FileName = FileName.Clean(message.File.FileName) ?? file.FileName } }
            : found.Refusal!;
    }

    // What is read from a request has either an id or an address.
    private async ValueTask<CommandResult<MediaFile>> FindFileAsync(Attachment named, CancellationToken cancellationToken)
    {
        if (named.Id is not { } id)
        {
            return await import.ImportAsync(new Uri(named.RemoteKey!), cancellationToken);
        }

        return await media.FindAsync(id, cancellationToken) is { State: MediaState.Ready } file
            ? file
            : new Refusal.Invalid("content.mediaId", "There is no such file.");
    }
}
