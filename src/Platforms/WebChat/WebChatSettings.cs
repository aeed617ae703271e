using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>The settings of a web chat.</summary>
internal static class WebChatSettings
{
    public const string Title = "title";
    public const string Colour = "colour";
    public const string Greeting = "greeting";
    public const string AllowedOrigins = "allowedOrigins";
    public const string Hours = "hours";
    public const string TimeZone = "timeZone";
    public const string Away = "away";

    public static IReadOnlyList<SettingField> All { get; } =
    [
        new(Title) { Pattern = ".{1,60}" },
        new(Colour) { Pattern = "#[0-9A-Fa-f]{6}", Default = "#1f6f5c" },
        new(Greeting) { Pattern = @"[\s\S]{1,500}" },
        new(AllowedOrigins, SettingKind.List),
        new(Hours, SettingKind.List),
        new(TimeZone) { Default = "UTC" },
        new(Away) { Pattern = @"[\s\S]{1,500}" },
    ];

    /// <summary>What an admin has to mend; null for nothing.</summary>
    public static string? MistakeIn(ChannelConnection channel) =>
        channel.List(AllowedOrigins).FirstOrDefault(origin => !Platforms.WebChat.AllowedOrigins.IsPattern(origin)) is { } origin
            ? $"allowedOrigins: '{origin}' is not an origin. Write https://shop.example, https://*.shop.example, or * "
                + "for every site."
        : OpeningHours.Read(channel, out _) is { } mistake ? mistake
        : null;
}
