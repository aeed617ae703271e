using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Telemetry;

namespace Rozmova.Workspace.Delivery;

/// <summary>What came of sending, by platform.</summary>
internal static class DeliveryMetrics
{
    private static readonly Meter Meter = new(MeterNames.Rozmova);
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("rozmova.delivery.sent");
    private static readonly Counter<long> Failed = Meter.CreateCounter<long>("rozmova.delivery.failed");
    private static readonly Counter<long> Unknown = Meter.CreateCounter<long>("rozmova.delivery.unknown");
    private static readonly Counter<long> Retried = Meter.CreateCounter<long>("rozmova.delivery.retried");
    private static readonly Histogram<double> QueueToAccepted = Meter.CreateHistogram<double>("rozmova.delivery.queue_to_accepted", "s");

    public static void Count(string platform, DeliveryResult result, DateTimeOffset now)
    {
        var tags = new TagList { { "platform", platform } };
        switch (result)
        {
            case DeliveryResult.PutBack:
                Retried.Add(1, tags);
                break;
            case { Message.Status: MessageStatus.Sent }:
                Sent.Add(1, tags);
                QueueToAccepted.Record((now - result.Message.CreatedAt).TotalSeconds, tags);
                break;
            case { Message.Status: MessageStatus.Failed }:
                Failed.Add(1, tags);
                break;
            default:
                Unknown.Add(1, tags);
                break;
        }
    }
}
