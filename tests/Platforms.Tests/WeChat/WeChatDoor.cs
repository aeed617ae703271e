using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>What the program's own door does with a platform, without the journal in between.</summary>
internal sealed class WeChatDoor : IAsyncDisposable
{
    private readonly ConcurrentQueue<InboundEvent> _events = [];
    private readonly WeChatUnderTest _wechat;
    private readonly TimeProvider _time;
    private readonly WebApplication _app;

    private WeChatDoor(WeChatUnderTest wechat, TimeProvider time)
    {
        _wechat = wechat;
        _time = time;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(ReceiveAsync);
    }

    public Uri Url => new($"{_app.Urls.First()}/hook");

    public IReadOnlyList<InboundEvent> Events => [.. _events];

    /// <summary>Runs when a push was read and before it is answered.</summary>
    public Func<Task> BeforeAnswer { get; set; } = () => Task.CompletedTask;

    public static async Task<WeChatDoor> OpenAsync(WeChatUnderTest wechat, TimeProvider time)
    {
        var door = new WeChatDoor(wechat, time);
        await door._app.StartAsync();
        return door;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        var query = context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var echo = _wechat.Platform.AnswerVerification(_wechat.Channel, query);
            context.Response.StatusCode = echo is null ? 403 : 200;
            await context.Response.WriteAsync(echo ?? "");
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = new WebhookRequest(body.ToArray(), new Dictionary<string, string>(), query, _time.GetUtcNow());
        if (!_wechat.Platform.IsAuthentic(_wechat.Channel, request))
        {
            context.Response.StatusCode = 401;
            return;
        }

        foreach (var happened in _wechat.Platform.Read(_wechat.Channel, request.Body))
        {
            _events.Enqueue(happened);
        }

        await BeforeAnswer();
        var answer = await _wechat.Platform.AnswerAsync(_wechat.Channel, request, context.RequestAborted);
        context.Response.ContentType = answer!.ContentType;
        await context.Response.BodyWriter.WriteAsync(answer.Body);
    }
}
