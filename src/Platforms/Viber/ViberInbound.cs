using System.Globalization;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Viber;

/// <summary>
/// The bytes of one callback to what happened, by the pages "Callbacks" and "Receive message from user". Pure. Hot path:
/// everything Viber customers do comes by here.
/// </summary>
internal static class ViberInbound
{
    private const long LastMillisecond = 253_402_300_799_999;
    private const int MaxIdLength = 255;

    public static IReadOnlyList<InboundEvent> Read(ReadOnlyMemory<byte> body, string? welcome)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, ViberJson.Default.Callback) is { Event: not (null or "") } callback
                ? Read(callback, welcome)
                : throw Unreadable("it names no event");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken JSON, a field of another type, text that is not Unicode.
            // Not passed on as the inner exception, which may quote the content; the path does not.
            throw Unreadable($"look at {(exception as JsonException)?.Path ?? "$"}");
        }
    }

    private static IReadOnlyList<InboundEvent> Read(Callback callback, string? welcome) => callback.Event switch
    {
        "message" => [ReadMessage(callback)],
        "delivered" => [ReadReport(callback, DeliveryReport.Delivered)],
        "seen" => [ReadReport(callback, DeliveryReport.Read)],
        "failed" => [ReadFailure(callback)],
        "subscribed" => [ReadContact(callback, ContactEventKind.Subscribed)],
        "unsubscribed" => [ReadContact(callback, ContactEventKind.Unsubscribed)],
        "conversation_started" => ReadStart(callback, welcome),
        "webhook" or "client_status" or "action" => [],
        _ => ReadUnknown(callback),
    };

    private static InboundEvent.MessageReceived ReadMessage(Callback callback) => new()
    {
        Chat = PersonOf(callback),
        Id = new PlatformMessageId(TokenOf(callback)),
        From = ProfileOf(callback.Sender),
        SentAt = TimeOf(callback),
        Sequence = SequenceOf(callback),
        Content = ViberContent.Read(
            callback.Message ?? throw Unreadable("a message without a content"), callback.Silent ?? false),
    };

    private static InboundEvent.DeliveryReported ReadReport(Callback callback, DeliveryReport report) => new()
    {
        Chat = PersonOf(callback),
        Id = new PlatformMessageId(TokenOf(callback)),
        Report = report,
    };

    private static InboundEvent.DeliveryReported ReadFailure(Callback callback) =>
        ReadReport(callback, DeliveryReport.Failed) with { Error = ViberOutcome.OfFailedCallback(callback.Desc) };

    /// <summary>A message has the bare token for its id; what happens besides has its event's name before it.</summary>
    private static InboundEvent.ContactEvent ReadContact(Callback callback, ContactEventKind kind) => new()
    {
        Chat = PersonOf(callback),
        Id = new PlatformMessageId($"{callback.Event}-{TokenOf(callback)}"),
        From = ProfileOf(callback.User),
        Kind = kind,
        Detail = callback.Context is { Length: > 0 } context ? context : null,
        At = TimeOf(callback),
    };

    /// <summary>
    /// A newcomer is welcomed. A subscriber who opens the chat again tells us something only by the link they came by.
    /// </summary>
    private static IReadOnlyList<InboundEvent> ReadStart(Callback callback, string? welcome)
    {
        var started = ReadContact(callback, ContactEventKind.Started);
        return callback.Subscribed switch
        {
            true => started.Detail is null ? [] : [started],
            _ when string.IsNullOrEmpty(welcome) => [started],
            _ => [started, Echo(callback, welcome)],
        };
    }

    private static InboundEvent.MessageEchoed Echo(Callback callback, string welcome) => new()
    {
        Chat = PersonOf(callback),
        Id = new PlatformMessageId(TokenOf(callback)),
        SentAt = TimeOf(callback),
        Content = new MessageContent.Text(welcome),
    };

    /// <summary>Shown to whom it names, so that nothing a customer did is lost; what concerns nobody is not for us.</summary>
    private static InboundEvent[] ReadUnknown(Callback callback) => FindPerson(callback) is not { } person ? [] :
    [
        new InboundEvent.MessageReceived
        {
            Chat = person,
            Id = new PlatformMessageId($"{callback.Event}-{TokenOf(callback)}"),
            From = ProfileOf(callback.Sender ?? callback.User),
            SentAt = TimeOf(callback),
            Sequence = SequenceOf(callback),
            Content = new MessageContent.Unsupported(callback.Event!),
        },
    ];

    private static string PersonOf(Callback callback) => FindPerson(callback) ?? throw Unreadable("it names no person");

    private static string? FindPerson(Callback callback) =>
        (callback.Sender?.Id ?? callback.User?.Id ?? callback.UserId) is { Length: > 0 and <= MaxIdLength } id ? id : null;

    private static Profile ProfileOf(User? user) => ViberProfiles.ToProfile(user) ?? new Profile();

    private static string TokenOf(Callback callback) =>
        callback.MessageToken is { Length: > 0 and <= 20 } token && token.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0
            ? token
            : throw Unreadable("it has no message_token");

    /// <summary>Tokens grow, which orders messages of one millisecond. One beyond a long stands last.</summary>
    private static long SequenceOf(Callback callback) =>
        long.TryParse(callback.MessageToken, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : long.MaxValue;

    private static DateTimeOffset? TimeOf(Callback callback) => callback.Timestamp switch
    {
        null or 0 => null,
        < 0 or > LastMillisecond => throw Unreadable("a time that does not exist"),
        { } milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
    };

    private static UnreadableWebhookException Unreadable(string what) => new($"The callback cannot be read: {what}.");
}
