using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Instagram;

/// <summary>Direct messages of an Instagram professional account, by either of Meta's two ways to log in.</summary>
internal sealed class InstagramPlatform(
    MetaClient client,
    DirectSender sender,
    DirectConnector connector,
    DirectPeople people,
    DirectMedia media,
    DirectMenus menus,
    TimeProvider time,
    ILogger<InstagramPlatform> logger)
    : DirectPlatform(new InstagramDialect(), client, sender, connector, people, media, menus, time, logger)
{
    public override string Key => "instagram";

    public override PlatformCapabilities Capabilities => InstagramCapabilities.All;

    public override IReadOnlyList<SettingField> Settings => InstagramSettings.All;
}
