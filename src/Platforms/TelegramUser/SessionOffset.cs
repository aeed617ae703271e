using System.Text.Json;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>
/// What the poller keeps: the date of the newest message handed over (seconds since 1970), from which history is read again after a
/// restart, and the number of the batch, by which the next poll confirms it.
/// </summary>
internal sealed record SessionOffset(long Date, long Batch)
{
    public static SessionOffset? Parse(string? text) =>
        text is null ? null : JsonSerializer.Deserialize(text, TelegramUserJson.Default.SessionOffset);

    public override string ToString() => JsonSerializer.Serialize(this, TelegramUserJson.Default.SessionOffset);
}

/// <summary>Updates to hand over together, and the offset that stands behind them.</summary>
internal sealed record SessionBatch(IReadOnlyList<ReadOnlyMemory<byte>> Updates, SessionOffset Offset);
