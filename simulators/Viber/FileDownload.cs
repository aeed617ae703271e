using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Viber;

/// <summary>The files customers sent, at addresses anyone may fetch, as Viber's own are: <c>/media/{id}/{name}</c>.</summary>
internal static class FileDownload
{
    public static async Task HandleAsync(ViberSimulator simulator, HttpContext context, CancellationToken cancellationToken)
    {
        var id = context.Request.Path.Value!.Split('/') is ["", "media", var number, _] ? number : null;
        simulator.Calls.Add(new RecordedCall(Faults.Download, Token: null, simulator.Time.GetUtcNow(), []));
        if (await simulator.Faults.Take(Faults.Download, concerns: _ => false).PreventsAsync(context, cancellationToken))
        {
            return;
        }

        if (simulator.Files.Find(id) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await file.WriteAsync(context.Response, cancellationToken);
    }
}
