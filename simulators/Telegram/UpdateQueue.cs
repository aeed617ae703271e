using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>The updates a bot has not confirmed yet, in the order of their ids.</summary>
internal sealed class UpdateQueue(TimeProvider time, int firstNumber)
{
    private const int FirstUpdateId = 731_000_101;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, Update> _pending = [];
    private int _nextId = FirstUpdateId + firstNumber;

    public Signal Changed { get; } = new();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _pending.Count;
            }
        }
    }

    public Update Add(NewUpdate update)
    {
        Update queued;
        lock (_gate)
        {
            queued = Write(update, _nextId++, time.GetUtcNow());
            _pending.Add(queued.Id, queued);
        }

        Changed.Pulse();
        return queued;
    }

    /// <summary>Puts back an update that was confirmed before: Telegram, too, repeats itself when an answer got lost.</summary>
    public void Restore(Update update)
    {
        lock (_gate)
        {
            _pending[update.Id] = update;
        }

        Changed.Pulse();
    }

    public void Confirm(Update update)
    {
        lock (_gate)
        {
            _pending.Remove(update.Id);
        }

        update.MarkDelivered();
    }

    /// <summary>Confirms what lies before the offset; a negative one keeps only that many of the newest.</summary>
    public void ConfirmBefore(int offset)
    {
        List<Update> confirmed;
        lock (_gate)
        {
            confirmed = offset >= 0
                ? [.. _pending.Values.TakeWhile(update => update.Id < offset)]
                : [.. _pending.Values.SkipLast(-offset)];
        }

        confirmed.ForEach(Confirm);
    }

    public void Drop(Update update)
    {
        lock (_gate)
        {
            _pending.Remove(update.Id);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _pending.Clear();
        }
    }

    public IReadOnlyList<Update> Pending(int limit = int.MaxValue)
    {
        lock (_gate)
        {
            return [.. _pending.Values.Take(limit)];
        }
    }

    public static Update Write(NewUpdate update, int id, DateTimeOffset date)
    {
        var bytes = new ArrayBufferWriter<byte>(768);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("update_id", id);
            json.WritePropertyName(update.Kind);
            update.Body.WriteTo(json);
            json.WriteEndObject();
        }

        return new Update
        {
            Id = id,
            Kind = update.Kind,
            Date = date,
            Json = bytes.WrittenMemory,
            OrderKey = update.OrderKey,
            MessageId = update.MessageId,
            CallbackQueryId = update.CallbackQueryId,
        };
    }
}

/// <summary>An update before it has its number.</summary>
internal sealed record NewUpdate(string Kind, string OrderKey, JsonNode Body)
{
    public int? MessageId { get; init; }

    public string? CallbackQueryId { get; init; }
}
