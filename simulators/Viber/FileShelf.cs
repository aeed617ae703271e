using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Simulators.Viber;

/// <summary>The files customers sent, at addresses anyone may fetch, as Viber's own are.</summary>
internal sealed class FileShelf(ViberSimulator simulator)
{
    private readonly ConcurrentDictionary<string, SimulatedFile> _files = [];

    public string Keep(SimulatedFile file)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/media/{_files.Count + 1}/{Uri.EscapeDataString(file.Name)}");
        _files[Uri.UnescapeDataString(path)] = file;
        return new Uri(simulator.BaseAddress, path + "?Expires=1767229200").AbsoluteUri;
    }

    public static async Task HandleAsync(ViberSimulator simulator, HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Request.Path.Value!;
        var file = simulator.Bots.Select(bot => bot.Files._files.GetValueOrDefault(path)).FirstOrDefault(found => found is not null);
        var fault = simulator.Faults.Take(Faults.Download, receiver: null);
        simulator.Calls.Add(new RecordedCall(Faults.Download, Token: null, simulator.Time.GetUtcNow(), []));
        if (file is null || fault is Fault.HttpStatus)
        {
            context.Response.StatusCode = (fault as Fault.HttpStatus)?.Code ?? StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = file.MimeType;
        context.Response.ContentLength = file.Content.Length;
        await context.Response.Body.WriteAsync(file.Content, cancellationToken);
    }
}
