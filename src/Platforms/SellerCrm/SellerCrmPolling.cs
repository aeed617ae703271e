using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>
/// Asks the CRM for news. 1) Wait until it is time, or a hint comes, 2) look at the list: the unread chats, and now and then all that moved,
/// 3) read some of the chats that changed, newest first, and hand them over. The rest waits for the next call, which a hint may overtake; so
/// after an hour without the CRM the newest words are here first, and a restart in the middle goes on where it was.
/// </summary>
internal sealed class SellerCrmPolling(
    SellerCrmReader reader, SellerCrmChatReading chats, SellerCrmHints hints, TimeProvider time, ILogger<SellerCrmPolling> logger)
{
    private const int ChatsAtOnce = 20;
    private const int AllEvery = 10;
    private const int MostRevisited = 50;
    private const int MostFailures = 10;

    private readonly ConcurrentDictionary<ChannelId, SellerCrmWatch> _watches = [];

    public async Task<PollResult> PollAsync(ChannelConnection channel, string? durable, CancellationToken cancellationToken)
    {
        var (watch, box) = (_watches.GetOrAdd(channel.Id, _ => new SellerCrmWatch()), hints.Of(channel.Id));
        watch.GoOnFrom(durable);
        var offset = SellerCrmOffset.Parse(durable) ?? SellerCrmOffset.Begin(time.GetUtcNow());
        if (watch.IsIdle)
        {
            await box.WaitAsync(watch.NextAt, cancellationToken); // 1
        }

        var hinted = box.Take();
        watch.WantFirst(hinted.Where(order => order != HintBox.List).Select(order => new WantedChat(order, Line: null, IsHinted: true)));
        if ((hinted.Count > 0 || time.GetUtcNow() >= watch.NextAt)
            && await LookAsync(channel, offset, watch, cancellationToken) is { } failure) // 2
        {
            watch.WantsAll = true;
            return new PollResult([], watch.HandOver(offset: null), ReportOf(watch, failure));
        }

        return await ReadAsync(channel, offset, watch, cancellationToken); // 3
    }

    private async Task<PlatformAnswer?> LookAsync(
        ChannelConnection channel, SellerCrmOffset offset, SellerCrmWatch watch, CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        var isAll = watch.WantsAll || watch.Looks % AllEvery == 0;
        var (listed, failure) = await reader.ListChatsAsync(channel, !isAll, offset.Floor, cancellationToken);
        if (failure is not null)
        {
            return failure;
        }

        watch.NextAt = began + SellerCrmSettings.PollPause(channel);
        watch.Looks++;
        watch.Troubles = 0;
        var ahead = SellerCrmSettings.Ahead(channel);
        var byDate = listed.OrderByDescending(line => SellerCrmChatReading.SecondsOf(line.LastDate, ahead) ?? long.MaxValue).ToList();
        var changed = byDate.Where(line => HasChanged(line, offset, ahead)).ToList();
        watch.WantFirst(changed.Select(line => new WantedChat(line.Order!.Value, line, IsHinted: false)));
        if (isAll)
        {
            watch.ForgetFailuresBut([.. changed.Select(line => line.Order!.Value)]);
            watch.WantsAll = false;
            watch.Reaching = listed.Select(line => SellerCrmChatReading.SecondsOf(line.LastDate, ahead) ?? 0).DefaultIfEmpty(0).Max();
            watch.WantLast(Unseen(offset));
        }

        return null;
    }

    /// <summary>Chats with a message of ours that the buyer had not seen: nothing in the list tells when they do.</summary>
    private IEnumerable<WantedChat> Unseen(SellerCrmOffset offset)
    {
        var oldest = (time.GetUtcNow() - SellerCrmChatReading.Curiosity).ToUnixTimeSeconds();
        return offset.Chats.Where(chat => chat.Value.Unseen > 0 && chat.Value.Date >= oldest)
            .OrderByDescending(chat => chat.Value.Date)
            .Take(MostRevisited)
            .Select(chat => new WantedChat(chat.Key, Line: null, IsHinted: false));
    }

    /// <summary>The number of unread messages alone would not do: another operator may have read them over there.</summary>
    private static bool HasChanged(ChatLine line, SellerCrmOffset offset, TimeSpan ahead)
    {
        var date = SellerCrmChatReading.SecondsOf(line.LastDate, ahead) ?? 0;
        return offset.Chats.TryGetValue(line.Order!.Value, out var place)
            ? (date, line.Messages ?? 0, line.Unread ?? 0) != (place.Date, place.Messages, place.Unread)
            : date == 0 || date > offset.Cut;
    }

    private async Task<PollResult> ReadAsync(
        ChannelConnection channel, SellerCrmOffset offset, SellerCrmWatch watch, CancellationToken cancellationToken)
    {
        var updates = new List<ReadOnlyMemory<byte>>();
        PlatformAnswer? trouble = null;
        for (var count = 0; count < ChatsAtOnce && watch.Next() is { } wanted; count++)
        {
            var news = await ReadAsync(channel, wanted, offset, cancellationToken);
            if (news.Failure is { } failure && !IsOfChat(failure))
            {
                watch.WantFirst([wanted]);
                watch.WantsAll = true;
                return new PollResult(updates, watch.HandOver(offset), ReportOf(watch, failure));
            }

            if (news.Failure is null || GivesUp(channel, watch, wanted.Order, news.Failure))
            {
                watch.Failures.Remove(wanted.Order);
                offset = offset.With(wanted.Order, news.Place);
            }

            trouble = news.Failure is SellerCrmRejection { Kind: RejectionKind.Missing } ? trouble : news.Failure ?? trouble;
            updates.AddRange(news.Updates);
        }

        if (watch is { IsIdle: true, Reaching: { } reached })
        {
            // What could not be read has to be found in the list again.
            offset = watch.Failures.Count == 0 ? offset.CaughtUp(Math.Max(reached, offset.Cut)) : offset;
            watch.Reaching = null;
        }

        return new PollResult(
            updates, watch.HandOver(offset), trouble is null ? ConnectionReport.Connected : ReportOf(watch, trouble));
    }

    private async Task<ChatNews> ReadAsync(
        ChannelConnection channel, WantedChat wanted, SellerCrmOffset offset, CancellationToken cancellationToken)
    {
        // One message that is read is the shop's first notice. Of the history that is believed unseen; later a colleague may have been quicker
        // than we to read what a buyer wrote, so then it is looked at.
        var isFirstNotice = offset.Since is null && wanted is { IsHinted: false, Line: { Messages: 1, Unread: 0 } }
            && !offset.Chats.ContainsKey(wanted.Order);
        return isFirstNotice
            ? new ChatNews([], SellerCrmChatReading.PlaceAfter(wanted.Line, place: null, SellerCrmSettings.Ahead(channel)))
            : await chats.ReadAsync(channel, wanted, offset, cancellationToken);
    }

    /// <summary>Where the CRM has no wish of its own it is asked again after 1, 2, 4, 8, 16 seconds, more or less.</summary>
    private static ConnectionReport ReportOf(SellerCrmWatch watch, PlatformAnswer failure)
    {
        var report = SellerCrmOutcome.OfChannel(failure);
        var pause = TimeSpan.FromSeconds(1 << Math.Min(watch.Troubles++, 4));
        return report with
        {
            RetryAfter = report.RetryAfter ?? pause * (0.75 + (0.5 * Random.Shared.NextDouble())),
        };
    }

    /// <summary>Whether others can be read all the same.</summary>
    private static bool IsOfChat(PlatformAnswer failure) =>
        failure is SellerCrmRejection { Kind: RejectionKind.Request or RejectionKind.Missing } or SellerCrmGarbled;

    /// <summary>
    /// Whether a chat that cannot be read is left alone until it changes again: one that is gone, and one that failed at many looks at the
    /// list, each of which succeeded.
    /// </summary>
    private bool GivesUp(ChannelConnection channel, SellerCrmWatch watch, long order, PlatformAnswer failure)
    {
        var failures = watch.Failures[order] = watch.Failures.GetValueOrDefault(order) + 1;
        watch.WantsAll = true;
        var isGone = failure is SellerCrmRejection { Kind: RejectionKind.Missing };
        if (isGone)
        {
            logger.ChatGone(channel.Id, order);
        }
        else
        {
            logger.ChatUnreadable(channel.Id, order, failures, failure.Summary);
        }

        return isGone || failures >= MostFailures;
    }
}
