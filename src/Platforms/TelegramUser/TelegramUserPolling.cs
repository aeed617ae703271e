using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>
/// Hands over what a session has gathered. 1) Read again what an earlier run may have lost, 2) give the next batch, or 3) wait for one, or
/// for a change of how the channel stands.
/// </summary>
internal sealed class TelegramUserPolling(UserSessions sessions, TimeProvider time, ILogger<TelegramUserPolling> logger)
{
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(25);

    public async Task<PollResult> PollAsync(ChannelConnection channel, string? offset, CancellationToken cancellationToken)
    {
        if (sessions.Missing is { } missing)
        {
            return new PollResult([], offset, ConnectionReport.Failed(missing));
        }

        var session = await sessions.OpenAsync(channel, cancellationToken);
        using var late = new CancellationTokenSource(Hold, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        while (true)
        {
            var next = session.Changes.Next;
            if (session.IsReady && await TakeAsync(session, offset, cancellationToken) is { } news)
            {
                return news;
            }

            var report = session.Report;
            if (report != session.Reported || session.IsOver || late.IsCancellationRequested)
            {
                session.Reported = report;
                return new PollResult([], offset, report);
            }

            await next.WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // 3
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<PollResult?> TakeAsync(UserSession session, string? offset, CancellationToken cancellationToken)
    {
        if (SessionOffset.Parse(offset) is not { } at)
        {
            session.IsCaughtUp = true;
            // What was written before the account came here stays on its phone.
            return new PollResult([], new SessionOffset(time.GetUtcNow().ToUnixTimeSeconds(), 0).ToString(), session.Report);
        }

        if (!session.IsCaughtUp || session.Inbox.HasGap)
        {
            await CatchUpAsync(session, at, cancellationToken); // 1
        }

        return session.IsCaughtUp && session.Inbox.Take(at) is { } batch ? new PollResult(batch.Updates, batch.Offset.ToString(), session.Report) : null; // 2
    }

    private async Task CatchUpAsync(UserSession session, SessionOffset since, CancellationToken cancellationToken)
    {
        if (session.Inbox.HasGap)
        {
            logger.Overflowed(session.Channel.Id);
        }

        session.Inbox.CloseGap();
        session.IsCaughtUp = false;
        if (await session.History.ReadSinceAsync(since.Date, cancellationToken) is { } count)
        {
            session.IsCaughtUp = true;
            logger.CaughtUp(session.Channel.Id, count);
        }
    }
}
