using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Relay;

namespace Rozmova.Desks.Webim;

/// <summary>
/// What a message of Webim's is for the customer's messenger: <paramref name="Content"/>, or why there is none, now
/// (<paramref name="Obstacle"/>) or ever (<paramref name="Why"/>, a sentence).
/// </summary>
internal sealed record MadeContent(ContentBody? Content, DeskOutcome? Obstacle = null, string Why = "")
{
    /// <summary>The buttons it offers, to be remembered with it.</summary>
    public OfferedButtons? Offered { get; init; }

    public static MadeContent Refused(string why) => new(null, null, why);
}

/// <summary>Makes what operators say fit the customer's messenger, and fetches their files.</summary>
internal sealed class OperatorContents(
    WebimClient client, ChannelDirectory channels, IDeskFiles files, TimeProvider time)
{
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromMinutes(2);

    public async ValueTask<MadeContent> MakeAsync(WebimAnswerTask answer, CancellationToken cancellationToken)
    {
        if (channels.Find(answer.Conversation.Channel.Id) is not { } channel)
        {
            return MadeContent.Refused("The channel of this conversation was deleted.");
        }

        return answer.Said switch
        {
            { Buttons.Count: > 0 } => MakeKeyboard(answer, channel.Platform.Capabilities),
            { File: { } file } => await FetchAsync(answer, file, channel.Platform.Capabilities, cancellationToken),
            { Text: { } text } when !string.IsNullOrWhiteSpace(text) => new MadeContent(new ContentBody
            {
                Type = "text",
                Text = answer.Said.Quote is { } quote ? $"«{quote}»\n{text}" : text,
            }),
            _ => MadeContent.Refused("There is nothing in it that could be sent."),
        };
    }

    /// <summary>
    /// As buttons; where the messenger has none or not as many, they become numbered lines on the way, and the answer is a press again.
    /// Where their ids are too long for it, they are numbered here, and so is the answer.
    /// </summary>
    private static MadeContent MakeKeyboard(WebimAnswerTask answer, PlatformCapabilities platform)
    {
        var buttons = answer.Said.Buttons;
        var text = string.IsNullOrWhiteSpace(answer.Said.Text) ? "👇" : answer.Said.Text;
        var fits = buttons.All(button => Encoding.UTF8.GetByteCount(button.Key!) <= platform.MaxButtonKeyBytes);
        var content = fits
            ? new ContentBody { Type = "buttons", Text = text, Buttons = [.. buttons.Select(button => new ButtonBody(button.Text, button.Key))] }
            : new ContentBody { Type = "text", Text = MessageParts.InWords(text, buttons).Body };
        return new MadeContent(content)
        {
            Offered = new OfferedButtons(
                answer.Theirs, [.. buttons.Select(button => button.Key!)], [.. buttons.Select(button => button.Text)], !fits),
        };
    }

    private async ValueTask<MadeContent> FetchAsync(
        WebimAnswerTask answer, WebimFile file, PlatformCapabilities platform, CancellationToken cancellationToken)
    {
        var contract = new WebimContract(answer.Desk.Connection);
        if (!Uri.TryCreate(contract.BaseUrl, file.Address, out var address) || address.Scheme is not ("http" or "https"))
        {
            return MadeContent.Refused("Its file came without an address.");
        }

        using var late = new CancellationTokenSource(FetchTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var remote = await client.OpenFileAsync(contract, address, either.Token);
            var kept = await files.KeepAsync(answer.Conversation.Id, remote.Content, file.Name, remote.MimeType ?? file.Type, either.Token);
            return kept is null
                ? MadeContent.Refused("Its file is too large.")
                : new MadeContent(new ContentBody { Type = TypeFor(platform, kept), MediaId = kept.Id, Text = answer.Said.Text });
        }
        catch (MediaUnavailableException gone)
        {
            return MadeContent.Refused(gone.Message);
        }
        catch (Exception unanswered) when (!cancellationToken.IsCancellationRequested
            && unanswered is HttpRequestException or IOException or OperationCanceledException)
        {
            // Whatever the network did: it is asked again as often as everything else, and then the operator is told.
            return answer.Task.NextWait(wished: null, time.GetUtcNow()) is { } wait
                ? new MadeContent(null, new DeskOutcome.Again(wait, "The operator's file could not be fetched."))
                : MadeContent.Refused("Its file could not be fetched for a day.");
        }
    }

    /// <summary>The kind its type names, where the messenger shows such and takes one so large; else a plain file.</summary>
    private static string TypeFor(PlatformCapabilities platform, MediaFile file)
    {
        var kind = file.MimeType?.Split('/')[0] switch
        {
            "image" => MediaKind.Image,
            "audio" => MediaKind.Audio,
            "video" => MediaKind.Video,
            _ => MediaKind.File,
        };
        var shows = platform.Has(kind.TypeName()) && !(platform.MaxFileBytes.TryGetValue(kind, out var most) && file.Size > most);
        return shows ? kind.TypeName() : MediaKind.File.TypeName();
    }
}
