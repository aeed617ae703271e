namespace Rozmova.Platforms.TelegramUser;

/// <summary>What Telegram accounts need of the program's configuration.</summary>
internal sealed record TelegramUserOptions
{
    public const string Section = "Rozmova";

    /// <summary>The data folder; sessions are kept below it. Default <c>./data</c>.</summary>
    public string Data { get; init; } = "./data";

    /// <summary>Path of TDLib's <c>libtdjson</c>. Empty, as by default, looks in the usual library folders.</summary>
    public string TdLibrary { get; init; } = "";
}
