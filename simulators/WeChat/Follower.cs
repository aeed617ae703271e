using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WeChat;

/// <summary>A person who follows one account; a test, the benchmark or the demo plays the part.</summary>
public sealed partial class Follower
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedMessage> _messages = [];
    private readonly Signal _changed = new();

    internal Follower(OfficialAccount account, string openId)
    {
        Account = account;
        OpenId = openId;
        Allowance = new AnswerAllowance(account.Time);
    }

    public OfficialAccount Account { get; }

    public string OpenId { get; }

    /// <summary>Whether the account may write at all.</summary>
    public bool IsFollowing { get; private set; } = true;

    /// <summary>What the account's owner calls them: the one name WeChat still tells.</summary>
    public string Remark { get; set; } = "";

    /// <summary>How often typing was shown.</summary>
    public int TypingShown { get; private set; }

    /// <summary>What the account sent, oldest first.</summary>
    public IReadOnlyList<ReceivedMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    internal AnswerAllowance Allowance { get; }

    /// <summary>Stopped following, and the account never heard of it.</summary>
    public Follower Gone()
    {
        IsFollowing = false;
        return this;
    }

    /// <summary>Waits for a message of the account that is as wanted.</summary>
    public Task<ReceivedMessage> WaitForMessageAsync(Func<ReceivedMessage, bool> predicate, CancellationToken cancellationToken) =>
        _changed.FindAsync(() => Messages.FirstOrDefault(predicate), cancellationToken);

    internal void Receive(ReceivedMessage message)
    {
        lock (_gate)
        {
            _messages.Add(message);
        }

        _changed.Pulse();
    }

    internal void ShowTyping() => TypingShown++;
}

/// <summary>A message of the account: a kind, what it says, and how it came.</summary>
public sealed record ReceivedMessage
{
    public required string Type { get; init; }

    /// <summary>The text, or the head of a menu.</summary>
    public string? Text { get; init; }

    public string? MediaId { get; init; }

    /// <summary>The lines of a menu to tap.</summary>
    public IReadOnlyList<MenuLine> Lines { get; init; } = [];

    /// <summary>The call's body; null for a passive reply.</summary>
    public JsonObject? Json { get; init; }

    /// <summary>Whether it came as the answer to a push.</summary>
    public bool IsReply { get; init; }

    /// <summary>The number of a template message.</summary>
    public long? TemplateMessageId { get; init; }
}

/// <summary>A line of a menu in a message.</summary>
public sealed record MenuLine(string Id, string Content);
