using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Telegram;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>The settings of a Telegram desk.</summary>
internal static class TelegramDeskSettings
{
    public const string GroupChatId = "groupChatId";
    public const string LogChatId = "logChatId";
    public const string Language = "language";
    public const string TimeZone = "timeZone";

    public static IReadOnlyList<SettingField> All { get; } =
    [
        .. TelegramSettings.All.Where(field => field.Name != MenuLines.Setting),
        new(GroupChatId, SettingKind.Number),
        new(LogChatId, SettingKind.Number),
        new(Language) { Choices = [.. DeskTexts.All.Select(texts => texts.Code)], Default = "en" },
        new(TimeZone) { Pattern = "[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*", Default = "UTC" },
    ];

    /// <summary>The group new messages go to; null while there is none.</summary>
    public static long? Group(this LiveDesk desk) => desk.Connection.Number(GroupChatId);

    /// <summary>Where claims, releases and errors are told; null for nowhere.</summary>
    public static long? LogChat(this LiveDesk desk) => desk.Connection.Number(LogChatId);

    /// <summary>What is spoken in the group and in the log chat.</summary>
    public static DeskTexts Texts(this LiveDesk desk) => DeskTexts.Of(desk.Connection.Text(Language));

    /// <summary>Whose days and hours are shown; UTC where the name is none.</summary>
    public static TimeZoneInfo Zone(this LiveDesk desk) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(desk.Connection.Text(TimeZone) ?? "UTC", out var zone) ? zone : TimeZoneInfo.Utc;
}
