using System.Collections.Frozen;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.WebChat;

namespace Rozmova.Platforms.Tests.WebChat;

/// <summary>A web chat's channel with these settings.</summary>
internal static class WebChatChannel
{
    public static ChannelConnection With(params (string Name, object Value)[] settings)
    {
        var all = WebChatSettings.All.Where(field => field.Default is not null).ToDictionary(field => field.Name, field => (object)field.Default!);
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new ChannelConnection(
            new ChannelId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())), "webchat", all.ToFrozenDictionary(), webhookUrl: null);
    }
}
