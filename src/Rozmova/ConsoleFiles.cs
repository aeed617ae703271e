using Microsoft.Extensions.FileProviders;

namespace Rozmova;

/// <summary>Serves the console built into <c>wwwroot</c> beside the program; its own addresses all get its one page.</summary>
internal static class ConsoleFiles
{
    // Only files of ours, the same for everybody: compressing answers that mix secrets with what others wrote would leak through their length.
    private static readonly string[] Compressed = ["text/html", "text/css", "text/javascript", "image/svg+xml"];

    private static readonly PathString[] NotPages = ["/api", "/health", "/metrics", "/openapi"];

    public static void AddConsole(this IServiceCollection services) => services.AddResponseCompression(compression =>
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = Compressed;
    });

    public static void UseConsole(this IApplicationBuilder app)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!Directory.Exists(folder))
        {
            return;
        }

        app.Use((context, next) =>
        {
            if (IsPage(context))
            {
                context.Request.Path = "/index.html";
            }

            return next(context);
        });
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), OnPrepareResponse = SetLifetime });
    }

    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is null
        && HttpMethods.IsGet(context.Request.Method)
        && !Path.HasExtension(context.Request.Path)
        && !NotPages.Any(path => context.Request.Path.StartsWithSegments(path));

    /// <summary>Built files carry their hash in the name and never change; the page that names them always may.</summary>
    private static void SetLifetime(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl =
            file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
}
