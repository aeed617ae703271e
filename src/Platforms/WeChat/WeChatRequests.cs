using System.Text.Json.Serialization;

namespace Rozmova.Platforms.WeChat;

// What we ask of WeChat's API and what it answers. Absent members are not written.

/// <summary>The code every answer may carry; 0 and none are success.</summary>
internal sealed record ApiStatus
{
    [JsonPropertyName("errcode")]
    public int Code { get; init; }

    [JsonPropertyName("errmsg")]
    public string? Message { get; init; }
}

internal sealed record TokenRequest
{
    public string GrantType { get; init; } = "client_credential";

    [JsonPropertyName("appid")]
    public required string AppId { get; init; }

    public required string Secret { get; init; }

    public bool ForceRefresh { get; init; }
}

internal sealed record GrantedToken(string? AccessToken, long ExpiresIn);

/// <summary>A customer-service message: a kind and the one object named like it.</summary>
internal sealed record CustomMessage
{
    [JsonPropertyName("touser")]
    public required string ToUser { get; init; }

    [JsonPropertyName("msgtype")]
    public required string Type { get; init; }

    public TextBody? Text { get; init; }

    public MediaBody? Image { get; init; }

    public MediaBody? Voice { get; init; }

    public VideoBody? Video { get; init; }

    public NewsBody? News { get; init; }

    [JsonPropertyName("msgmenu")]
    public MenuBody? Menu { get; init; }
}

internal sealed record TextBody(string Content);

internal sealed record MediaBody(string MediaId);

internal sealed record VideoBody(string MediaId, string? Title);

/// <summary>An image-text message; to one follower of one article.</summary>
internal sealed record NewsBody(IReadOnlyList<Article> Articles);

internal sealed record Article(
    string Title, string Description, string Url, [property: JsonPropertyName("picurl")] string PictureUrl);

internal sealed record MenuBody(string HeadContent, IReadOnlyList<MenuEntry> List, string? TailContent);

internal sealed record MenuEntry(string Id, string Content);

/// <summary>The account's menu.</summary>
internal sealed record AccountMenu([property: JsonPropertyName("button")] IReadOnlyList<AccountMenuButton>? Buttons);

/// <summary>A line of it: one that holds others has no type.</summary>
internal sealed record AccountMenuButton
{
    public string? Type { get; init; }

    public string? Name { get; init; }

    public string? Key { get; init; }

    public string? Url { get; init; }

    [JsonPropertyName("sub_button")]
    public IReadOnlyList<AccountMenuButton>? Buttons { get; init; }
}

internal sealed record PublishedMenu(AccountMenu? Menu);

internal sealed record TypingRequest([property: JsonPropertyName("touser")] string ToUser, string Command);

internal sealed record TemplateMessage
{
    [JsonPropertyName("touser")]
    public required string ToUser { get; init; }

    public required string TemplateId { get; init; }

    /// <summary>Makes a repeat harmless for some minutes.</summary>
    public required string ClientMsgId { get; init; }

    public required IReadOnlyDictionary<string, TemplateValue> Data { get; init; }
}

internal sealed record TemplateValue(string Value);

internal sealed record SentTemplate([property: JsonPropertyName("msgid")] long MessageId);

internal sealed record UploadedMedia(string? MediaId, string? ThumbMediaId);

internal sealed record VideoAddress(string? VideoUrl);

internal sealed record Follower
{
    public int Subscribe { get; init; }

    public string? Nickname { get; init; }

    public string? Remark { get; init; }

    public string? Language { get; init; }

    [JsonPropertyName("headimgurl")]
    public string? Picture { get; init; }
}

internal sealed record TemplateList([property: JsonPropertyName("template_list")] IReadOnlyList<KnownTemplate>? Templates);

internal sealed record KnownTemplate(string? TemplateId, string? Title, string? Content);
