using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>Telegram's "no", as TDLib passes it on.</summary>
internal sealed partial record TdError(int Code, string Message)
{
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(30);

    /// <summary>How long Telegram asks to wait; null when it does not ask.</summary>
    public TimeSpan? Wait => Code != 429 && !Says("FLOOD_WAIT") && !Says("SLOWMODE_WAIT") ? null
        : Seconds().Match(Message) is { Success: true } found
            ? TimeSpan.FromSeconds(int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
            : UnsaidWait;

    /// <summary>For an operator.</summary>
    public string Quote => string.Create(CultureInfo.InvariantCulture, $"{Code} {Message}");

    /// <summary>The error an answer is; null when it is none.</summary>
    public static TdError? In(JsonObject answer) =>
        answer.TypeOf() == "error" ? new TdError((int)answer.Number("code"), answer.Text("message")) : null;

    public bool Says(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("[0-9]{1,8}")]
    private static partial Regex Seconds();
}
