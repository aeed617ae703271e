using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>
/// One account's session, from the opening of its database to its closing: how the sign-in stands, whether Telegram is reached, and
/// what came. Reconnecting is TDLib's.
/// </summary>
internal sealed class UserSession
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BriefOutage = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(100);

    private readonly TdClients _clients;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SessionUpdates _updates;
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JsonObject _state = TdRequests.Of("authorizationStateClosed");
    private string? _broken;
    private DateTimeOffset? _offlineSince;
    private int _closing;

    public UserSession(ChannelConnection channel, SessionFolder folder, TdClients clients, TimeProvider time, ILogger logger)
    {
        (Channel, Folder, _clients, _time, _logger) = (channel, folder, clients, time, logger);
        _offlineSince = time.GetUtcNow();
        Inbox = new SessionInbox(Changes);
        _updates = new SessionUpdates(Inbox, Sends, time);
        Client = clients.Open(Hear);
    }

    public ChannelConnection Channel { get; }

    public SessionFolder Folder { get; }

    public TdClient Client { get; }

    public TdSends Sends { get; } = new();

    public SessionInbox Inbox { get; }

    /// <summary>Beats whenever something below may have changed.</summary>
    public Pulse Changes { get; } = new();

    /// <summary>Where the sign-in stands; null while that is open.</summary>
    public LoginStep? Step { get; private set; }

    public bool IsReady => Step is { Need: LoginNeed.Ready };

    /// <summary>Ready, and connected right now.</summary>
    public bool IsOnline => IsReady && _offlineSince is null;

    /// <summary>Closed, by us or because the account was signed out elsewhere; or it never began. Another one has to take its place.</summary>
    public bool IsOver => _over.Task.IsCompleted || _broken is not null;

    /// <summary>How the channel stands. A short outage is nobody's business: TDLib connects again by itself.</summary>
    public ConnectionReport Report => this switch
    {
        { _broken: { } problem } => ConnectionReport.Failed(problem),
        { Step: null } => new ConnectionReport(ConnectionState.Connecting, RetryAfter: AskAgain),
        { IsReady: false } => new ConnectionReport(ConnectionState.NeedsLogin, SessionLogin.DetailOf(Step), AskAgain),
        { _offlineSince: { } since } when _time.GetUtcNow() - since > BriefOutage => ConnectionReport.Failed(
            "Telegram cannot be reached from here. It is tried again by itself.", AskAgain),
        _ => ConnectionReport.Connected,
    };

    /// <summary>What the poller last said of the channel.</summary>
    public ConnectionReport Reported { get; set; } = new(ConnectionState.Connecting, RetryAfter: AskAgain);

    /// <summary>Whether what an earlier run may have lost has been read again.</summary>
    public bool IsCaughtUp { get; set; }

    public SessionHistory History => new(Client, _updates);

    /// <summary>Wakes TDLib: it says nothing before it is asked something.</summary>
    public void Begin() => Client.Send(TdRequests.Of("getAuthorizationState"), _ => { });

    /// <summary>Takes the sign-in a step further and waits a little for the next.</summary>
    public async Task<LoginAnswer> AdvanceAsync(LoginInput input, CancellationToken cancellationToken)
    {
        var before = _state;
        var request = SessionLogin.RequestOf(input, before, Channel.Text(TelegramUserSettings.Phone));
        if (TdError.In(await Client.CallAsync(request, CallTimeout, cancellationToken)) is { } error)
        {
            return new LoginAnswer.Refused(SessionLogin.Explain(error));
        }

        await UntilAsync(() => !ReferenceEquals(_state, before) && Step is not null, cancellationToken);
        return Step is { } step ? new LoginAnswer.At(step) : new LoginAnswer.Elsewhere();
    }

    /// <summary>Waits, a few seconds at most, until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(4), _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        while (!stop.IsCancellationRequested)
        {
            var next = Changes.Next;
            if (isSo() || IsOver)
            {
                return;
            }

            await next.WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Signs out at Telegram and ends.</summary>
    public async Task LogOutAsync(CancellationToken cancellationToken)
    {
        await UntilAsync(() => Step is not null, cancellationToken);
        if (IsReady && Interlocked.Exchange(ref _closing, 1) == 0)
        {
            Client.Send(TdRequests.Of("logOut"));
        }

        await CloseAsync();
    }

    /// <summary>Ends the session and keeps the sign-in. Safe to repeat.</summary>
    public async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _closing, 1) == 0)
        {
            Client.Send(TdRequests.Of("close"));
        }

        try
        {
            await _over.Task.WaitAsync(LongestGoodbye, _time);
        }
        catch (TimeoutException)
        {
            _logger.NotClosed(Channel.Id); // its database stays locked until it ends; the next session will say so
        }
    }

    private void Hear(JsonObject update)
    {
        switch (update.TypeOf())
        {
            case "updateAuthorizationState" when update.Inner("authorization_state") is { } state:
                HearState(state);
                break;
            case "updateConnectionState":
                var isConnected = update.Inner("state")?.TypeOf() is "connectionStateReady" or "connectionStateUpdating";
                _offlineSince = isConnected ? null : _offlineSince ?? _time.GetUtcNow();
                Changes.Beat();
                break;
            default:
                _updates.Hear(update, Client);
                break;
        }
    }

    private void HearState(JsonObject state)
    {
        (_state, Step) = (state, SessionLogin.StepOf(state));
        switch (state.TypeOf())
        {
            case "authorizationStateWaitTdlibParameters":
                SetParameters();
                break;
            case "authorizationStateReady":
                Client.Send(TdRequests.Of("getMe"), me => _updates.Me = me.Number("id"));
                break;
            case "authorizationStateClosed":
                _clients.Forget(Client);
                _over.TrySetResult();
                break;
        }

        if (Step is { } step)
        {
            _logger.LoginAt(Channel.Id, step.Need);
        }

        Changes.Beat();
    }

    private void SetParameters()
    {
        try
        {
            var (id, hash) = (Channel.Number(TelegramUserSettings.ApiId) ?? 0, Channel.RequiredText(TelegramUserSettings.ApiHash));
            Client.Send(TdRequests.SetParameters(id, hash, Folder, Folder.Prepare()), HearParameters);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Told to the admin: without the key or the folder there is no session.
            Break(exception is CryptographicException
                ? "The key of the session cannot be read any more. Make the channel anew and sign in."
                : "The folder of the session cannot be written. Look at the data folder's rights and space.");
        }
    }

    private void HearParameters(JsonObject answer)
    {
        if (TdError.In(answer) is { } error)
        {
            _logger.NotBegun(Channel.Id, error.Code);
            Break(error switch
            {
                _ when error.Says("lock") => "Another process has this account's session open. End it; this one tries again.",
                _ when error.Says("encryption key") => "The session's database has another key. Make the channel anew and sign in.",
                _ => $"TDLib does not begin: {error.Quote}.",
            });
        }
    }

    private void Break(string problem)
    {
        _broken = problem;
        Changes.Beat();
    }
}
