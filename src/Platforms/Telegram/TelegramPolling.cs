using System.Globalization;
using System.Text.Json;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Telegram;

/// <summary>Asks Telegram for news and cuts the answer into updates, each byte for byte as a webhook would bring it.</summary>
internal sealed class TelegramPolling(TelegramClient client)
{
    private const int HoldSeconds = 50; // Telegram's own limit
    private const int MaxUpdates = 100;
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(HoldSeconds + 15);

    /// <summary>What we want to hear of, by webhook and by polling alike.</summary>
    public static IReadOnlyList<string> AllowedUpdates { get; } =
    [
        "message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "message_reaction",
        "my_chat_member", "business_connection", "business_message", "edited_business_message", "deleted_business_messages",
    ];

    public async Task<PollResult> PollAsync(ChannelConnection channel, string? offset, CancellationToken cancellationToken)
    {
        var request = new GetUpdatesRequest
        {
            Offset = offset is null ? null : long.Parse(offset, CultureInfo.InvariantCulture),
            Limit = MaxUpdates,
            Timeout = HoldSeconds,
            AllowedUpdates = AllowedUpdates,
        };
        var body = PlatformJson.Body(request, TelegramJson.Default.GetUpdatesRequest);
        var answer = await client.CallAsync(channel, "getUpdates", body, CallTimeout, cancellationToken);
        if (answer is not PlatformAnswer.Accepted { Body: var news })
        {
            return new PollResult([], offset, TelegramConnector.ReportOf(answer));
        }

        var (updates, lastId) = Cut(news);
        var next = lastId is { } id ? (id + 1).ToString(CultureInfo.InvariantCulture) : offset;
        return new PollResult(updates, next, ConnectionReport.Connected);
    }

    /// <summary>The members of <c>result</c> as slices of the answer, and the highest update id among them.</summary>
    internal static (List<ReadOnlyMemory<byte>> Updates, long? LastId) Cut(ReadOnlyMemory<byte> answer)
    {
        List<ReadOnlyMemory<byte>> updates = [];
        long? lastId = null;
        var reader = new Utf8JsonReader(answer.Span);
        while (reader.Read())
        {
            if (reader is { CurrentDepth: 2, TokenType: JsonTokenType.StartObject })
            {
                var start = (int)reader.TokenStartIndex;
                lastId = ReadUpdate(ref reader, lastId);
                updates.Add(answer[start..(int)reader.BytesConsumed]);
            }
            else if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName } && !reader.ValueTextEquals("result"u8))
            {
                reader.Skip();
            }
        }

        return (updates, lastId);
    }

    /// <summary>Moves to the end of the update and looks at its id on the way.</summary>
    private static long? ReadUpdate(ref Utf8JsonReader reader, long? lastId)
    {
        var highest = lastId;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isId = reader.ValueTextEquals("update_id"u8);
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var id))
            {
                highest = highest is null ? id : Math.Max(highest.Value, id);
            }

            reader.Skip();
        }

        return highest;
    }
}
