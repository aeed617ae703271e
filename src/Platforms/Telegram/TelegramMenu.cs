using System.Text.RegularExpressions;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Telegram;

/// <summary>
/// The menu beside the composer: a bot's commands ("setMyCommands"). A line's key is its command. Pressed, it comes as a text that
/// anybody could have typed, so it counts as a press where the menu has that command.
/// </summary>
internal sealed partial class TelegramMenu(TelegramClient client)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    public async Task<MenuAnswer> ReadAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(channel, "getMyCommands", content: null, CallTimeout, cancellationToken);
        return answer is PlatformAnswer.Accepted { Body: var body }
            ? new MenuAnswer.Standing([
                .. (PlatformJson.Read(body, TelegramJson.Default.GrantedBotCommandArray)?.Result ?? [])
                    .Select(command => new MenuItem(command.Description, command.Command))])
            : Refused(answer);
    }

    public async Task<MenuAnswer> PublishAsync(
        ChannelConnection channel, IReadOnlyList<MenuItem> items, CancellationToken cancellationToken)
    {
        if (items.FirstOrDefault(item => item.Key is null || !CommandShape().IsMatch(item.Key)) is { } wrong)
        {
            return new MenuAnswer.NotSupported(
                $"Lines of a bot's menu are commands, and \"{wrong.Label}\" is none: its key has to be 1 to 32 of a-z, 0-9 and _.");
        }

        var answer = items.Count == 0
            ? await client.CallAsync(channel, "deleteMyCommands", content: null, CallTimeout, cancellationToken)
            : await client.CallAsync(channel, "setMyCommands", Body(items), CallTimeout, cancellationToken);
        return answer is PlatformAnswer.Accepted ? new MenuAnswer.Standing(items) : Refused(answer);
    }

    /// <summary>The events, with commands of the menu as the presses they are.</summary>
    public static IReadOnlyList<InboundEvent> WithPresses(IReadOnlyList<InboundEvent> events, IReadOnlyList<string> menu) =>
        menu.Count > 0 && events is [InboundEvent.MessageReceived { Content: MessageContent.Text text } message]
            && PressOf(text.Body, menu) is { } press
            ? [message with { Content = press }]
            : events;

    private static MessageContent.Menu? PressOf(string text, IReadOnlyList<string> menu)
    {
        var command = text.StartsWith('/') ? text[1..].Split('@')[0] : ""; // in a group it names the bot too
        return MenuLines.LabelOf(menu, command) is { } label ? new MessageContent.Menu(label, command, []) : null;
    }

    private static ByteArrayContent Body(IReadOnlyList<MenuItem> items) => PlatformJson.Body(
        new SetMyCommandsRequest([.. items.Select(item => new BotCommand(item.Key!, item.Label))]),
        TelegramJson.Default.SetMyCommandsRequest);

    private static MenuAnswer.Refused Refused(PlatformAnswer answer) => new(TelegramConnector.ReportOf(answer).Detail!);

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex CommandShape();
}
