using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Telegram;

internal static class PhonePage
{
    public static Task HandleAsync(TelegramSimulator simulator, HttpContext context, string path, CancellationToken cancellationToken) =>
        context.Response.WriteAsync($"{simulator.Bots.Count} {path}", cancellationToken);
}
