using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Webim;

/// <summary>The files operators sent: <c>/files/{id}?hash=…</c>, for whoever has the address.</summary>
internal static class FileDownload
{
    public static async Task HandleAsync(WebimSimulator simulator, HttpContext context, string path, CancellationToken cancellationToken)
    {
        simulator.Calls.Add(new RecordedCall(Faults.Download, Token: null, simulator.Time.GetUtcNow(), []));
        if (await simulator.Faults.Take(Faults.Download, concerns: _ => false).PreventsAsync(context, cancellationToken))
        {
            return;
        }

        var id = path.TrimStart('/');
        if (context.Request.Query["hash"] != HashOf(id) || simulator.Files.Find(id) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await file.WriteAsync(context.Response, cancellationToken);
    }

    /// <summary>Keeps a file and gives its address.</summary>
    public static Uri Keep(WebimSimulator simulator, SimulatedFile file)
    {
        var id = simulator.Files.Keep(file);
        return new Uri(simulator.BaseAddress, $"/files/{id}?hash={HashOf(id)}");
    }

    private static string HashOf(string id) => $"5d5e{id}";
}
