using System.Net;

namespace Rozmova.Tests.Intake;

/// <summary>Calls the webhook by hand, where the simulator would be too well-behaved.</summary>
internal static class Pushing
{
    /// <summary>As Telegram: with the secret of the bot.</summary>
    public static Task<HttpStatusCode> PushAsync(this RozmovaServer server, ConnectedBot bot, ReadOnlyMemory<byte> body) =>
        server.PushAsync(bot.Path, bot.Secret, body);

    public static async Task<HttpStatusCode> PushAsync(this RozmovaServer server, string path, string? secret, ReadOnlyMemory<byte> body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ReadOnlyMemoryContent(body) };
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var answer = await server.Anonymous.SendAsync(request);
        return answer.StatusCode;
    }
}
