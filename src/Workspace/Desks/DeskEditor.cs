using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Desks;

/// <summary>A desk as it now stands, or why it does not.</summary>
internal readonly record struct DeskResult(Desk? Desk, ProblemHttpResult? Problem)
{
    public static implicit operator DeskResult(Desk desk) => new(desk, null);

    public static implicit operator DeskResult(ProblemHttpResult problem) => new(null, problem);
}

/// <summary>Checks what an admin asks for and makes it so: row and audit in one transaction, then the directory, then the desk's server.</summary>
internal sealed class DeskEditor(
    IDeskStore store, DeskCatalogue kinds, SettingsReader settings, ChannelDirectory channels, DeskDirectory directory, DeskLoader loader,
    DeskConnector connector, IAuditStore audit, ITransactions transactions, TimeProvider time)
{
    // Long enough for most servers to answer, short enough not to annoy; the runner tries on anyway.
    private static readonly TimeSpan WaitForServer = TimeSpan.FromSeconds(5);

    public async ValueTask<Desk?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await store.ListAsync(cancellationToken)).FirstOrDefault(desk => desk.Id.Value == id);

    public async ValueTask<DeskResult> CreateAsync(NewDeskBody body, OperatorId actor, CancellationToken cancellationToken)
    {
        if (kinds.Find(body.Kind ?? "") is not { } kind)
        {
            return Problem.Invalid("kind", $"Must be one of: {string.Join(", ", kinds.All.Select(known => known.Kind).Order())}.");
        }

        var now = time.GetStoredNow();
        var blank = new Desk
        {
            Id = new DeskId(Guid.CreateVersion7(now)),
            Kind = kind.Kind,
            Name = body.Name?.Trim() ?? "",
            Path = body.Path,
            Enabled = body.Enabled ?? true,
            ChannelIds = body.ChannelIds ?? [],
            Settings = [],
            CreatedAt = now,
            UpdatedAt = now,
        };
        var merged = await settings.MergeAsync(kind.Settings, blank.Id.Value, [], body.Settings ?? [], cancellationToken);
        return (await FindMistakeAsync(blank, cancellationToken) ?? merged.Problem) is { } problem
            ? problem
            : await SaveAsync(WithFirstState(blank with { Settings = merged.Settings }), store.AddAsync, actor, "desk.created", cancellationToken);
    }

    public async ValueTask<DeskResult> ChangeAsync(
        Desk desk, DeskChangeBody body, OperatorId actor, CancellationToken cancellationToken)
    {
        if (kinds.Find(desk.Kind) is not { } kind)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "kind-missing", "The kind of this desk is not installed.");
        }

        var merged = await settings.MergeAsync(kind.Settings, desk.Id.Value, desk.Settings, body.Settings ?? [], cancellationToken);
        var changed = WithFirstState(desk with
        {
            Name = body.Name?.Trim() ?? desk.Name,
            Path = body.HasPath ? body.Path : desk.Path,
            Enabled = body.Enabled ?? desk.Enabled,
            ChannelIds = body.ChannelIds ?? desk.ChannelIds,
            Settings = merged.Settings,
            UpdatedAt = time.GetStoredNow(),
        });
        return (await FindMistakeAsync(changed, cancellationToken) ?? merged.Problem) is { } problem
            ? problem
            : await SaveAsync(changed, SaveWithStateAsync, actor, "desk.changed", cancellationToken);
    }

    public async ValueTask DeleteAsync(Desk desk, OperatorId actor, CancellationToken cancellationToken)
    {
        var live = directory.Find(desk.Id);
        await transactions.WriteAsync(async transaction =>
        {
            await store.DeleteAsync(transaction, desk.Id);
            await audit.AddAsync(transaction, Entry(actor, "desk.deleted", desk));
            return true;
        }, cancellationToken);
        await loader.ReloadAsync(CancellationToken.None); // it is deleted, whether or not the caller still listens
        if (live is not null)
        {
            await connector.DisconnectAsync(live);
        }
    }

    /// <summary>Asks the desk's server now and waits a little for what it says.</summary>
    public async ValueTask<Desk> ConnectedAsync(Desk desk, CancellationToken cancellationToken)
    {
        if (directory.Find(desk.Id) is { } live)
        {
            if (!live.Row.Enabled)
            {
                await connector.DisconnectAsync(live);
            }
            else
            {
                await TryConnectAsync(live, cancellationToken);
            }
        }

        return await FindAsync(desk.Id.Value, cancellationToken) ?? desk;
    }

    private async ValueTask TryConnectAsync(LiveDesk live, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(WaitForServer, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await connector.ConnectAsync(live, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The answer says "connecting"; whoever runs the desk tries on.
        }
    }

    private async ValueTask<DeskResult> SaveAsync(
        Desk desk, Func<Transaction, Desk, ValueTask<bool>> save, OperatorId actor, string action, CancellationToken cancellationToken)
    {
        var saved = await transactions.WriteAsync(async transaction =>
        {
            if (!await save(transaction, desk))
            {
                return false;
            }

            await audit.AddAsync(transaction, Entry(actor, action, desk));
            return true;
        }, cancellationToken);
        if (!saved)
        {
            return PathTaken();
        }

        await loader.ReloadAsync(CancellationToken.None); // it is saved, whether or not the caller still listens
        return await ConnectedAsync(desk, cancellationToken);
    }

    private async ValueTask<bool> SaveWithStateAsync(Transaction transaction, Desk desk)
    {
        if (!await store.SaveAsync(transaction, desk))
        {
            return false;
        }

        await store.SaveStateAsync(transaction, desk.Id, new ConnectionReport(desk.State, desk.Detail), desk.UpdatedAt);
        return true;
    }

    private async ValueTask<ProblemHttpResult?> FindMistakeAsync(Desk desk, CancellationToken cancellationToken)
    {
        if (ChannelRules.Check(desk.Name, desk.Path) is { } mistake)
        {
            return mistake;
        }

        foreach (var id in desk.ChannelIds)
        {
            if (await channels.FindAsync(id, cancellationToken) is null)
            {
                return Problem.Invalid("channelIds", $"There is no channel {id}.");
            }
        }

        return desk.Path is { } path && channels.FindByPath(path) is not null ? PathTaken() : null;
    }

    /// <summary>What was found out with other settings says nothing of these.</summary>
    private static Desk WithFirstState(Desk desk) => desk with
    {
        State = desk.Enabled ? ConnectionState.Connecting : ConnectionState.Disabled,
        Detail = null,
    };

    private AuditEntry Entry(OperatorId actor, string action, Desk desk) =>
        AuditEntry.Of(actor, action, desk.Id.ToString(), desk.Kind, time.GetStoredNow());

    private static ProblemHttpResult PathTaken() =>
        Problem.Of(StatusCodes.Status409Conflict, "path-taken", "Another channel or desk has this path.", ("field", "path"));
}
