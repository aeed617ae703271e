using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Tests.Platforms;

/// <summary>
/// An invented messenger that does all a messenger may: one address for many pages, verification by GET, answers with a body, echoes,
/// watermarks, profiles, read receipts. What it answers is up to the test.
/// </summary>
internal sealed class PagePlatform : IVerifyingPlatform, IAnsweringPlatform, IRoutedPlatform, IProfilePlatform, IReadReceiptPlatform
{
    public const string SecretHeader = "X-Page-Secret";

    private int _numbers;

    public string Key => "pages";

    public IReadOnlyList<string> Aliases => ["leaflets"];

    public string AccountSetting => "pageId";

    public PlatformCapabilities Capabilities { get; init; } = new() { Names = ["text", "image", "buttons"], MaxTextLength = 200, MaxButtons = 3 };

    public IReadOnlyList<SettingField> Settings { get; } =
        [new("pageId"), new("secret", SettingKind.Secret), new("verifyToken", SettingKind.Secret), new("baseUrl", SettingKind.TrustedUrl)];

    /// <summary>What comes of sending; by default everything is taken.</summary>
    public Func<OutboundMessage, CancellationToken, ValueTask<SendOutcome>>? Send { get; set; }

    public Func<string, Profile?> Profiles { get; set; } = _ => null;

    /// <summary>What reached it, in order.</summary>
    public ConcurrentQueue<OutboundMessage> Sent { get; } = new();

    public ConcurrentQueue<(string Chat, string Id)> Read { get; } = new();

    public bool IsAuthentic(ChannelConnection channel, WebhookRequest request) =>
        request.Headers.TryGetValue(SecretHeader, out var secret) && secret == channel.Text("secret");

    public string? AnswerVerification(ChannelConnection channel, IReadOnlyDictionary<string, string> query) =>
        query.TryGetValue("token", out var token) && token == channel.Text("verifyToken") ? query["challenge"] : null;

    public ValueTask<WebhookAnswer?> AnswerAsync(ChannelConnection channel, WebhookRequest request, CancellationToken cancellationToken) =>
        (string?)JsonNode.Parse(request.Body.Span)?["answer"] switch
        {
            null => ValueTask.FromResult<WebhookAnswer?>(null),
            "fail" => throw new InvalidOperationException("No answer today."),
            { } text => ValueTask.FromResult<WebhookAnswer?>(new(Encoding.UTF8.GetBytes(text), "text/x-page")),
        };

    public IOpenedRequest Open(ReadOnlyMemory<byte> body) => PageRequest.Open(body);

    IReadOnlyList<InboundEvent> IReadingPlatform.Read(ChannelConnection channel, ReadOnlyMemory<byte> body) =>
        Open(body).ReadFor(channel.Text("pageId") ?? "");

    public async ValueTask<SendOutcome> SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        Sent.Enqueue(message);
        return Send is null ? Accept() : await Send(message, cancellationToken);
    }

    public SendOutcome Accept() => new SendOutcome.Sent(new PlatformMessageId($"sent-{Interlocked.Increment(ref _numbers)}"));

    public ValueTask<Profile?> FindProfileAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Profiles(chat));

    public ValueTask MarkReadAsync(ChannelConnection channel, string chat, PlatformMessageId newest, CancellationToken cancellationToken)
    {
        Read.Enqueue((chat, newest.Id));
        return ValueTask.CompletedTask;
    }
}
