using System.Collections.Concurrent;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>
/// What a template still lacks, told before a message is stored, by the platform's own list of templates. Where the platform will not tell
/// its list, nothing is said, and the platform decides when it is sent.
/// </summary>
internal sealed class TemplateCheck(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<ChannelId, ReadList> _lists = [];

    /// <summary>Names what is missing or too much; null when nothing is. A list of some minutes ago is asked for again before it objects.</summary>
    public async ValueTask<string?> FindObjectionAsync(
        LiveChannel channel, MessageContent.Template template, CancellationToken cancellationToken)
    {
        if (channel.Platform is not ITemplatePlatform platform)
        {
            return null;
        }

        var list = await ReadAsync(channel, platform, Known, cancellationToken);
        var objection = ObjectionOf(list, template);
        return objection is null
            ? null
            : ObjectionOf(await ReadAsync(channel, platform, Fresh, cancellationToken), template);
    }

    private async ValueTask<TemplateListing> ReadAsync(
        LiveChannel channel, ITemplatePlatform platform, TimeSpan age, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_lists.TryGetValue(channel.Row.Id, out var read) && ReferenceEquals(read.Connection, channel.Connection) && now - read.At < age)
        {
            return read.Listing;
        }

        using var late = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        TemplateListing listing;
        try
        {
            listing = await platform.ListTemplatesAsync(channel.Connection, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The platform is slow today: it will say itself what it thinks of the message.
            listing = new TemplateListing.Unavailable("No answer came in time.");
        }

        _lists[channel.Row.Id] = new ReadList(channel.Connection, listing, now);
        return listing;
    }

    private static string? ObjectionOf(TemplateListing listing, MessageContent.Template wanted)
    {
        if (listing is not TemplateListing.Found { Templates: var templates })
        {
            return null;
        }

        var found = templates.FirstOrDefault(template =>
            template.Key == wanted.Key && (wanted.Language is null || template.Language is null || template.Language == wanted.Language));
        if (found is null)
        {
            return $"There is no approved template {wanted.Key}{(wanted.Language is null ? "" : $" in {wanted.Language}")}.";
        }

        var missing = TemplateNeeds.Missing(found, wanted);
        return missing.Count == 0 ? null : $"The template {wanted.Key} needs {string.Join("; ", missing)}.";
    }

    private sealed record ReadList(ChannelConnection Connection, TemplateListing Listing, DateTimeOffset At);
}
