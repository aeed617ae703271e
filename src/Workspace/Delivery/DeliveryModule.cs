using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Delivery;

/// <summary>Registers Delivery: the queue, its hosted service, and acknowledgements.</summary>
public static class DeliveryModule
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<WaitingChanges>();
        services.AddSingleton<DeliveryLedger>();
        services.AddSingleton<Courier>();
        services.AddSingleton(provider => new SenderParts(
            provider.GetRequiredService<DeliveryLedger>(), provider.GetRequiredService<Courier>(),
            provider.GetRequiredService<ChannelDirectory>(), provider.GetRequiredService<IChannelStates>(),
            provider.GetRequiredService<TimeProvider>(), Random.Shared, provider.GetRequiredService<ILogger<ChannelSender>>()));
        services.AddSingleton<DeliveryService>();
        services.AddSingleton<IDeliveryQueue>(provider => provider.GetRequiredService<DeliveryService>());
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryService>());
        services.AddSingleton<IAcknowledger, Acknowledger>();
        return services;
    }
}
