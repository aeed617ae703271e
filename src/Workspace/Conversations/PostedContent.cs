using Rozmova.Messaging;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Conversations;

/// <summary>What a request wants to say: read, with the file it names, and held against the template it names.</summary>
internal sealed class PostedContent(
    IConversationStore conversations, ChannelDirectory channels, IMediaStore media, IMediaImport import, TemplateCheck templates,
    PassThroughRules rules, RelayedMessages relayed)
{
    private const string ByDeskOnly = "A file would be: it can be sent from a desk.";

    public async ValueTask<CommandResult<MessageContent>> ReadAsync(
        ConversationId id, ContentBody? content, CancellationToken cancellationToken)
    {
        var read = ContentReader.Read(content);
        return read.Value switch
        {
            MessageContent.Media message => await WithFileAsync(id, message, cancellationToken),
            MessageContent.Template template => await CheckAsync(id, template, cancellationToken),
            _ => read,
        };
    }

    /// <summary>A file in memory goes where nothing is stored, one in the folder where everything is.</summary>
    public Refusal? FindObjection(bool isPassing, MessageContent content) =>
        content.Attached?.Id is not { } id || relayed.FindFile(id) is not null == isPassing ? null
        : isPassing ? new Refusal.PassThrough(ByDeskOnly)
        : NoSuchFile;

    private async ValueTask<CommandResult<MessageContent>> CheckAsync(
        ConversationId id, MessageContent.Template template, CancellationToken cancellationToken)
    {
        if (template.Header is MessageContent.Media header)
        {
            var file = await WithFileAsync(id, header, cancellationToken);
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

    private async ValueTask<CommandResult<MessageContent>> WithFileAsync(
        ConversationId id, MessageContent.Media message, CancellationToken cancellationToken)
    {
        var found = await FindFileAsync(id, message.File, cancellationToken);
        return found.Value is { } file
            ? message with { File = file.ToAttachment() with { FileName = FileName.Clean(message.File.FileName) ?? file.FileName } }
            : found.Refusal!;
    }

    // What is read from a request has either an id or an address.
    private async ValueTask<CommandResult<MediaFile>> FindFileAsync(
        ConversationId id, Attachment named, CancellationToken cancellationToken)
    {
        if (named.Id is { } passing && relayed.FindFile(passing) is { } kept)
        {
            return kept.File;
        }

        // Before anything is fetched: what an address leads to would be on the disk.
        if (await conversations.FindAsync(id, cancellationToken) is { } row
            && await rules.FindObjectionAsync(row.Conversation.ChannelId, ByDeskOnly, cancellationToken) is { } objection)
        {
            return objection;
        }

        if (named.Id is not { } fileId)
        {
            return await import.ImportAsync(new Uri(named.RemoteKey!), cancellationToken);
        }

        return await media.FindAsync(fileId, cancellationToken) is { State: MediaState.Ready } file ? file : NoSuchFile;
    }

    private static Refusal.Invalid NoSuchFile => new("content.mediaId", "There is no such file.");
}
