using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Conversations;

/// <summary>The whole of a conversation as one JSON document, streamed: memory holds a page of it at a time.</summary>
internal static class ConversationExport
{
    private const int PageSize = 200;

    public static async Task<IResult> Download(
        Guid id, HttpContext context, IConversationStore conversations, ConversationBodies bodies, CancellationToken cancellationToken)
    {
        if (await bodies.FindAsync(new ConversationId(id), cancellationToken) is not { } conversation)
        {
            return Problem.NotFound("conversation");
        }

        await using var writer = Open(context, $"conversation-{id}.json");
        await WriteAsync(writer, conversation, conversations, cancellationToken);
        return Results.Empty;
    }

    /// <summary>Begins the answer as a file of this name.</summary>
    public static Utf8JsonWriter Open(HttpContext context, string fileName)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentDisposition = $"attachment; filename={fileName}";
        return new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { Encoder = ApiJson.Readable.Options.Encoder });
    }

    /// <summary>Writes one conversation with all its entries in reading order.</summary>
    public static async Task WriteAsync(
        Utf8JsonWriter writer, ConversationBody conversation, IConversationStore conversations, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("conversation");
        JsonSerializer.Serialize(writer, conversation, ApiJson.Readable.ConversationBody);
        writer.WriteStartArray("messages");
        MessageCursor? after = null;
        IReadOnlyList<Message> page;
        do
        {
            page = await conversations.ListMessagesAfterAsync(conversation.Id, after, PageSize, cancellationToken);
            foreach (var message in page)
            {
                JsonSerializer.Serialize(writer, message.ToBody(), ApiJson.Readable.MessageBody);
                after = new MessageCursor(message.Order, message.Seq);
            }

            await writer.FlushAsync(cancellationToken);
        }
        while (page.Count == PageSize);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

/// <summary>The whole of a conversation, as <see cref="ConversationExport"/> streams it.</summary>
public sealed record ConversationExportBody(ConversationBody Conversation, IReadOnlyList<MessageBody> Messages);
