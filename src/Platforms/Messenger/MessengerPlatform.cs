using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Messenger;

/// <summary>A Facebook page's conversations.</summary>
internal sealed class MessengerPlatform(
    MetaClient client,
    DirectSender sender,
    DirectConnector connector,
    DirectPeople people,
    DirectMedia media,
    DirectMenus menus,
    MessengerTemplates templates,
    TimeProvider time,
    ILogger<MessengerPlatform> logger)
    : DirectPlatform(Dialect, client, sender, connector, people, media, menus, time, logger), ITemplatePlatform
{
    private static readonly MessengerDialect Dialect = new();

    public override string Key => "messenger";

    /// <summary>What Meta's own settings call it.</summary>
    public override IReadOnlyList<string> Aliases => ["facebook"];

    public override PlatformCapabilities Capabilities => MessengerCapabilities.All;

    public override IReadOnlyList<SettingField> Settings => MessengerSettings.All;

    public async ValueTask<TemplateListing> ListTemplatesAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await templates.ListAsync(Dialect, channel, cancellationToken);
}
