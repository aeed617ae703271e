using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rozmova.Messaging;
using Rozmova.Workspace;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Desks.Webim;

/// <summary>
/// The newest buttons a visitor was offered, so that a press finds back to them: the ids of all of them, and whether they were sent as
/// numbered lines, where the visitor answers with a number.
/// </summary>
internal sealed class WebimKeyboards(IDeskMarks marks, PassingButtons passing, TimeProvider time)
{
    private const string Kind = "keyboard";

    /// <summary>More is not remembered: marks are looked up by their values too, and databases limit what is.</summary>
    private const int MostBytes = 2000;

    /// <summary>Remembers what was offered, together with the message that offers it. Of too much the labels, or all, are forgotten.</summary>
    public async ValueTask OfferAsync(Transaction transaction, DeskId desk, string visitorId, OfferedButtons offered, bool isPassing)
    {
        if (isPassing)
        {
            transaction.AfterCommit(() => passing.Put(desk, visitorId, offered));
            return;
        }

        var small = new[] { offered, offered with { Labels = null } }
            .Select(each => JsonSerializer.Serialize(each, OfferedJson.Plain.OfferedButtons))
            .FirstOrDefault(mark => Encoding.UTF8.GetByteCount(mark) <= MostBytes);
        await (small is null
            ? marks.RemoveAsync(transaction, desk, Kind, visitorId)
            : marks.PutAsync(transaction, desk, Kind, visitorId, small, time.GetStoredNow()));
    }

    /// <summary>Something else was said: from now on a number is a number again, while buttons can still be pressed.</summary>
    public async ValueTask MoveOnAsync(Transaction transaction, DeskId desk, string visitorId, bool isPassing)
    {
        if (isPassing && passing.Find(desk, visitorId) is { InWords: true })
        {
            transaction.AfterCommit(() => passing.Remove(desk, visitorId));
        }

        if (Read(await marks.FindAsync(transaction, desk, Kind, visitorId)) is { InWords: true })
        {
            await marks.RemoveAsync(transaction, desk, Kind, visitorId);
        }
    }

    /// <summary>What a visitor's message presses; null where it is none of the buttons they were offered.</summary>
    public async ValueTask<WebimPiece.Press?> FindPressAsync(
        DeskId desk, string visitorId, MessageContent content, bool isPassing, CancellationToken cancellationToken)
    {
        if (content is not (MessageContent.Menu or MessageContent.Text)
            || (isPassing ? passing.Find(desk, visitorId) : Read(await marks.FindAsync(desk, Kind, visitorId, cancellationToken)))
                is not { } offered)
        {
            return null;
        }

        var (id, label) = content switch
        {
            MessageContent.Menu { Key: { } key } menu when offered.Ids.Contains(key) => (key, menu.Body),
            MessageContent.Text { Body: var typed } when offered.InWords && Number(typed, offered.Ids.Count) is { } number =>
                (offered.Ids[number - 1], offered.Labels?[number - 1] ?? typed.Trim()),
            _ => (null, ""),
        };
        return id is null ? null : new WebimPiece.Press(id, label, offered.MessageId);
    }

    private static OfferedButtons? Read(string? mark) =>
        mark is null ? null : JsonSerializer.Deserialize(mark, OfferedJson.Plain.OfferedButtons);

    private static int? Number(string typed, int most) =>
        int.TryParse(typed.AsSpan().Trim().TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= most ? number : null;
}

/// <summary>Buttons under one message of Webim's. <paramref name="Labels"/> is null where they are too many words to remember.</summary>
internal sealed record OfferedButtons(string MessageId, IReadOnlyList<string> Ids, IReadOnlyList<string>? Labels, bool InWords)
{
    /// <inheritdoc/>
    public override string ToString() => MessageId;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OfferedButtons))]
internal sealed partial class OfferedJson : JsonSerializerContext
{
    /// <summary>Letters as they are, which are fewer bytes.</summary>
    public static readonly OfferedJson Plain = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
