using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>What polling found in one chat, written as bytes that hold all of it, and read from them. Pure.</summary>
internal static class SellerCrmInbound
{
    private static readonly JsonEncodedText Messages = JsonEncodedText.Encode("messages");

    /// <summary>Writes what the poller hands over: the CRM's own words for the messages, and what else is to be known of them.</summary>
    public static ReadOnlyMemory<byte> Write(long order, string? email, long historyUpTo, IEnumerable<JsonElement> messages)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("order", order);
            json.WriteString("email", email);
            json.WriteNumber("history_up_to", historyUpTo);
            json.WriteStartArray(Messages);
            foreach (var message in messages)
            {
                message.WriteTo(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>
    /// Reads it again. A signal brings nothing, even one that lies in quarantine and is replayed: what it spoke of has been polled since.
    /// Whoever knows the channel's <c>linkKey</c> can send signals, so nothing that could be one is ever believed.
    /// </summary>
    public static IReadOnlyList<InboundEvent> Read(ReadOnlyMemory<byte> body, TimeSpan ahead)
    {
        if (IsPolled(body) && PlatformJson.Read(body, SellerCrmJson.Default.PolledChat) is { } chat)
        {
            return [.. chat.Messages.Where(message => message.Id is > 0).OrderBy(message => message.Id)
                .SelectMany(message => Read(chat, message, ahead))];
        }

        SellerCrmSignal.Read(body);
        return [];
    }

    public static string ChatOf(long order) => order.ToString(CultureInfo.InvariantCulture);

    /// <summary>Ids are promised to be unique within a chat.</summary>
    public static PlatformMessageId IdOf(long order, long id) => new(id.ToString(CultureInfo.InvariantCulture), ChatOf(order));

    /// <summary>What a message says.</summary>
    public static MessageContent ContentOf(ChatMessage message)
    {
        var text = SellerCrmText.Read(message.Message);
        if (message.HasFile)
        {
            var address = string.IsNullOrEmpty(message.Url) ? message.Preview : message.Url;
            var file = new Attachment
            {
                RemoteKey = string.IsNullOrEmpty(address) ? null : address,
                State = string.IsNullOrEmpty(address) ? MediaState.Failed : MediaState.Pending,
                FileName = message.FileName,
            };
            return new MessageContent.Media(message.IsImg == 1 ? MediaKind.Image : MediaKind.File, file, text.Length == 0 ? null : text);
        }

        return text.Length == 0 ? new MessageContent.Unsupported("empty") : new MessageContent.Text(text);
    }

    private static IEnumerable<InboundEvent> Read(PolledChat chat, ChatMessage message, TimeSpan ahead)
    {
        var (name, id) = (ChatOf(chat.Order), IdOf(chat.Order, message.Id!.Value));
        if (message.IsDeleted)
        {
            yield return new InboundEvent.MessageDeleted { Chat = name, Id = id };
        }
        else if (message.IsFromSeller)
        {
            yield return new InboundEvent.MessageEchoed
            {
                Chat = name,
                Id = id,
                SentAt = SellerCrmTime.Read(message.DateWritten, ahead),
                Content = ContentOf(message),
                IsHistory = message.Id <= chat.HistoryUpTo,
            };
            if (!string.IsNullOrEmpty(message.DateSeen))
            {
                yield return new InboundEvent.DeliveryReported { Chat = name, Id = id, Report = DeliveryReport.Read };
            }
        }
        else
        {
            yield return new InboundEvent.MessageReceived
            {
                Chat = name,
                Id = id,
                From = WriterOf(chat, message),
                SentAt = SellerCrmTime.Read(message.DateWritten, ahead),
                Sequence = message.Id.Value,
                Content = ContentOf(message),
                IsHistory = message.Id <= chat.HistoryUpTo,
            };
        }
    }

    /// <summary>A buyer is called by their address. What neither buyer nor seller wrote is the marketplace's, a third in the chat.</summary>
    private static Profile WriterOf(PolledChat chat, ChatMessage message)
    {
        var buyer = string.IsNullOrWhiteSpace(chat.Email) ? null : chat.Email.Trim();
        return message.IsFromBuyer
            ? new Profile { Name = buyer }
            : new Profile { Id = "marketplace", Name = "Marketplace", ChatTitle = buyer };
    }

    private static bool IsPolled(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty(Messages.EncodedUtf8Bytes, out _)
                && !root.EnumerateObject().Any(member => SellerCrmSignal.IsName(member.Name));
        }
        catch (JsonException)
        {
            // No JSON of ours: then it may be a signal.
            return false;
        }
    }
}
