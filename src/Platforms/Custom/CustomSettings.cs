using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Custom;

internal static class CustomSettings
{
    public const string CallbackUrl = "callbackUrl";
    public const string Secret = "secret";
    public const string Events = "events";

    public static readonly IReadOnlyList<SettingField> Fields =
    [
        new(CallbackUrl, SettingKind.Url),
        new(Secret, SettingKind.Secret) { Required = true },
        new(Events, SettingKind.List) { Choices = [EventTypes.Edit, EventTypes.Delete, EventTypes.Reaction, EventTypes.Read, EventTypes.Typing] },
    ];
}
