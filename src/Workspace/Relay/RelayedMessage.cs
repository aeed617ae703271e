using Rozmova.Messaging;

namespace Rozmova.Workspace.Relay;

/// <summary>What one message says, on its way through memory, and who still waits for it: the desks that served its channel when it came.</summary>
internal sealed class RelayedMessage(
    IReadOnlyCollection<DeskId> desks, MessageContent content, string? name = null, DateTimeOffset? editedAt = null)
{
    private const int Overhead = 512;

    private readonly Lock _gate = new();
    private readonly HashSet<DeskId> _done = [];
    private bool _isSent;

    public MessageContent Content { get; } = content;

    /// <summary>What its writer is called on the platform.</summary>
    public string? Name { get; } = name;

    public DateTimeOffset? EditedAt { get; } = editedAt;

    /// <summary>Ours, and Delivery may need it yet.</summary>
    public bool IsUnsent { get; set; }

    /// <summary>About how much memory it takes, in bytes.</summary>
    public long Bytes { get; } = Overhead + (2L * (Lengths(content).Sum() + (name?.Length ?? 0)));

    /// <summary>Counts a desk among those that are done.</summary>
    public void MarkDone(DeskId desk)
    {
        lock (_gate)
        {
            _done.Add(desk);
        }
    }

    /// <summary>Whether it can be let go: somebody has it, and none of those who shall have it and still serve its channel waits.</summary>
    public bool IsTaken(IEnumerable<DeskId> serving)
    {
        lock (_gate)
        {
            return !IsUnsent && (_done.Count > 0 || _isSent) && serving.Where(desks.Contains).All(_done.Contains);
        }
    }

    /// <summary>Delivery needs it no more.</summary>
    public void MarkSent()
    {
        lock (_gate)
        {
            (IsUnsent, _isSent) = (false, true);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(RelayedMessage);

    private static IEnumerable<int> Lengths(MessageContent content) => content switch
    {
        MessageContent.Text text => [text.Body.Length],
        MessageContent.Media { File: var file } media =>
            [media.Caption?.Length ?? 0, file.RemoteKey?.Length ?? 0, file.FileName?.Length ?? 0, file.MimeType?.Length ?? 0],
        MessageContent.Location place => [place.Name?.Length ?? 0],
        MessageContent.ContactCard card => [card.Name.Length, card.Phone?.Length ?? 0],
        MessageContent.Buttons buttons => [buttons.Body.Length, .. buttons.Items.Select(Length)],
        MessageContent.Menu menu => [menu.Body.Length, menu.Key?.Length ?? 0, .. menu.Items.Select(Length)],
        MessageContent.Template template => [template.Key.Length, .. template.Parameters.Select(parameter => parameter.Length)],
        _ => [],
    };

    private static int Length(Button button) => button.Text.Length + (button.Key?.Length ?? 0) + (button.Url?.Length ?? 0);
}
