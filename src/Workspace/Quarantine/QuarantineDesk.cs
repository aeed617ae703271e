using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Quarantine;

/// <summary>An item as it now stands, or why nothing was done.</summary>
internal readonly record struct QuarantineResult(QuarantineItem? Item, ProblemHttpResult? Problem)
{
    public static implicit operator QuarantineResult(QuarantineItem item) => new(item, null);

    public static implicit operator QuarantineResult(ProblemHttpResult problem) => new(null, problem);
}

/// <summary>Where an admin decides what becomes of a request that could not be read.</summary>
internal sealed class QuarantineDesk(
    IQuarantineStore quarantine, ChannelDirectory directory, PlatformCatalogue platforms, AccountRouter router, IIntake intake,
    IAuditStore audit, ITransactions transactions, TimeProvider time)
{
    private const int MostAtOnce = 1000;

    /// <summary>Sends it down the road again, as if it came now. What it brings is deduplicated there, so a second replay does no harm.</summary>
    public async ValueTask<QuarantineResult> ReplayAsync(Guid id, OperatorId actor, CancellationToken cancellationToken)
    {
        if (await quarantine.FindAsync(id, cancellationToken) is not { } item
            || await quarantine.ReadBodyAsync(id, cancellationToken) is not { } body)
        {
            return Problem.NotFound("item");
        }

        if (item.State != QuarantineState.Waiting)
        {
            return Decided();
        }

        if (item.Withheld)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict, "withheld",
                "It came through a pass-through channel, so its bytes were not kept. It can only be let go.");
        }

        if (FindChannels(item, body) is not { } channels)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "channel-gone", "There is no channel that this could belong to.");
        }

        if (!channels.All(channel => CanRead(channel, body)))
        {
            return Problem.Of(StatusCodes.Status409Conflict, "still-unreadable", "Nothing can be made of it yet.");
        }

        try
        {
            foreach (var channel in channels)
            {
                await intake.AcceptAsync(channel, body, opened: null, cancellationToken);
            }
        }
        catch (CannotRelayException refused)
        {
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "cannot-relay", refused.Message);
        }

        return await MarkAsync(item, QuarantineState.Replayed, actor);
    }

    /// <summary>Replays whatever waits and can be read by now, oldest first: a person's messages come in the order they wrote them.</summary>
    public async ValueTask<(int Replayed, int Left)> ReplayAllAsync(
        ChannelId? channel, OperatorId actor, CancellationToken cancellationToken)
    {
        var waiting = await quarantine.ListAsync(QuarantineState.Waiting, channel, null, MostAtOnce, cancellationToken);
        var replayed = 0;
        foreach (var item in waiting.Reverse())
        {
            if ((await ReplayAsync(item.Id, actor, cancellationToken)).Item is not null)
            {
                replayed++;
            }
        }

        return (replayed, waiting.Count - replayed);
    }

    /// <summary>Lets it go. Its bytes stay, should somebody think again.</summary>
    public async ValueTask<QuarantineResult> DiscardAsync(Guid id, OperatorId actor, CancellationToken cancellationToken) =>
        await quarantine.FindAsync(id, cancellationToken) is { } item
            ? await MarkAsync(item, QuarantineState.Discarded, actor)
            : Problem.NotFound("item");

    private async ValueTask<QuarantineResult> MarkAsync(QuarantineItem item, QuarantineState state, OperatorId actor)
    {
        var marked = await transactions.WriteAsync(async transaction =>
        {
            if (!await quarantine.MarkAsync(transaction, item.Id, state))
            {
                return false;
            }

            var action = state == QuarantineState.Replayed ? "quarantine.replayed" : "quarantine.discarded";
            await audit.AddAsync(transaction, AuditEntry.Of(actor, action, item.Id.ToString(), item.Platform, time.GetStoredNow()));
            return true;
        }, CancellationToken.None); // what was replayed is marked, whether or not the caller still listens
        return marked ? item with { State = state } : Decided();
    }

    // What came for no channel may have one by now.
    private IReadOnlyList<LiveChannel>? FindChannels(QuarantineItem item, byte[] body)
    {
        if (item.ChannelId is { } id)
        {
            return directory.Find(id) is { Platform: IReadingPlatform } channel ? [channel] : null;
        }

        return platforms.Find(item.Platform) is IRoutedPlatform platform ? router.FindAgain(platform, body) : null;
    }

    private static bool CanRead(LiveChannel channel, byte[] body)
    {
        try
        {
            ((IReadingPlatform)channel.Platform).Read(channel.Connection, body);
            return true;
        }
        catch (Exception) // unreadable, or a bug in the reader that put it here in the first place
        {
            return false;
        }
    }

    private static ProblemHttpResult Decided() =>
        Problem.Of(StatusCodes.Status409Conflict, "already-decided", "Somebody has replayed or discarded this already.");
}
