namespace Rozmova.Platforms.Tests.Viber;

/// <summary>Callbacks of an invented person, as Viber writes them.</summary>
internal static class Callbacks
{
    public const string Person = "c2FtcGxlK3VzZXIvaWQ=";

    private const string User =
        """{"id":"c2FtcGxlK3VzZXIvaWQ=","name":"Sample User","avatar":"https://media.example.com/a/1.jpg","language":"uk","country":"UA","api_version":10}""";

    public static string Message(string message, string token = "5741311803571721087", bool silent = false) =>
        $$"""{"event":"message","timestamp":1767225600123,"chat_hostname":"SN-CHAT-02_","message_token":{{token}},"sender":{{User}},"message":{{message}},"silent":{{(silent ? "true" : "false")}}}""";

    public static string Started(bool subscribed, string? context = null) =>
        $$"""{"event":"conversation_started","timestamp":1767225600030,"chat_hostname":"SN-CHAT-02_","message_token":5741311803571721004,"type":"open",{{(context is null ? "" : $"\"context\":\"{context}\",")}}"user":{{User}},"subscribed":{{(subscribed ? "true" : "false")}}}""";

    public static string Subscribed() =>
        $$"""{"event":"subscribed","timestamp":1767225600010,"chat_hostname":"SN-CHAT-02_","user":{{User}},"message_token":5741311803571721002}""";

    public static string About(string kind, string more = "") =>
        $$"""{"event":"{{kind}}","timestamp":1767225700001,"chat_hostname":"SN-CHAT-02_","message_token":5741311803571722001,"user_id":"c2FtcGxlK3VzZXIvaWQ="{{more}}}""";
}
