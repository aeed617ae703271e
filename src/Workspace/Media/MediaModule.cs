using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rozmova.Messaging.Net;

namespace Rozmova.Workspace.Media;

/// <summary>Registers the media folder, what fills it and what it is served by.</summary>
public static class MediaModule
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddOptions<MediaOptions>().BindConfiguration(MediaOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MediaOptions>, MediaOptionsValidator>();
        services.AddGuardedHttpClient();
        services.AddSingleton<MediaFolder>();
        services.AddSingleton<FileRemoval>();
        services.AddSingleton<MediaLedger>();
        services.AddSingleton<MediaFetcher>();
        services.AddSingleton<MediaUpload>();
        services.AddSingleton<IMediaImport, MediaImport>();
        services.AddSingleton<MediaDownload>();
        services.AddSingleton<MediaAddresses>();
        services.AddSingleton<IMediaFiles, MediaFiles>();
        services.AddSingleton<MediaFetchService>();
        services.AddSingleton<IMediaQueue>(provider => provider.GetRequiredService<MediaFetchService>());
        services.AddHostedService(provider => provider.GetRequiredService<MediaFetchService>());
        return services;
    }
}
