using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>The menu below the chat (page "Custom menu").</summary>
internal sealed class WeChatMenu(WeChatApi api, TimeProvider time)
{
    private const string CreatePath = "/cgi-bin/menu/create";
    private const string GetPath = "/cgi-bin/menu/get";
    private const string DeletePath = "/cgi-bin/menu/delete";
    private const int NoMenu = 46003;

    public async Task<MenuAnswer> ReadAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await api.GetAsync(channel, GetPath, cancellationToken) switch
        {
            PlatformAnswer.Accepted { Body: var body } => new MenuAnswer.Standing(
                [.. (PlatformJson.Read(body, WeChatJson.Default.PublishedMenu)?.Menu?.Buttons ?? []).Select(ItemOf)]),
            WeChatRejection { Code: NoMenu } => new MenuAnswer.Standing([]),
            var answer => Refused(answer),
        };

    public async Task<MenuAnswer> PublishAsync(
        ChannelConnection channel, IReadOnlyList<MenuItem> items, CancellationToken cancellationToken)
    {
        var answer = items.Count == 0
            ? await api.GetAsync(channel, DeletePath, cancellationToken)
            : await api.PostAsync(
                channel,
                CreatePath,
                new AccountMenu([.. items.Select(ButtonOf)]),
                WeChatJson.Default.AccountMenu,
                cancellationToken);
        return answer is PlatformAnswer.Accepted ? new MenuAnswer.Standing(items) : Refused(answer);
    }

    private static AccountMenuButton ButtonOf(MenuItem item) => new()
    {
        Name = item.Label,
        Type = item switch
        {
            { Items: not null } => null,
            { Url: not null } => "view",
            _ => "click",
        },
        Key = item.Key,
        Url = item.Url,
        Buttons = item.Items is null ? null : [.. item.Items.Select(ButtonOf)],
    };

    /// <summary>A line that was made elsewhere may do what ours cannot; it is told by what it does.</summary>
    private static MenuItem ItemOf(AccountMenuButton button) => button.Buttons is { Count: > 0 } buttons
        ? new MenuItem(button.Name ?? "", Items: [.. buttons.Select(ItemOf)])
        : new MenuItem(button.Name ?? "", button.Url is null ? button.Key ?? button.Type : null, button.Url);

    private MenuAnswer.Refused Refused(PlatformAnswer answer) => new(
        answer is WeChatRejection rejected && Advice(rejected.Code) is { } advice
            ? $"{advice}: {WeChatOutcome.Quote(rejected)}."
            : WeChatOutcome.OfChannel(answer, time.GetUtcNow()).Detail!);

    private static string? Advice(int code) => code switch
    {
        40016 or 40017 => "WeChat shows one to three lines below the chat",
        40018 => "The label of a line is too long: 16 bytes, which are 16 Latin letters or 5 Chinese",
        40023 => "A line holds one to five others",
        40025 => "The label of a line within another is too long: 60 bytes",
        40019 or 40026 => "The key of a line is too long: 128 bytes",
        40020 or 40027 => "WeChat does not take the address of a line",
        40022 => "WeChat's menu has two levels",
        45010 => "The menu is too large for WeChat",
        48001 => "WeChat has not granted this account a menu; most rights need a verified account",
        _ => null,
    };
}
