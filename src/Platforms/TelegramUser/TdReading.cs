using System.Text.Json.Nodes;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>Reads members of TDLib's objects; what is missing is empty, as TDLib leaves out what it has not.</summary>
internal static class TdReading
{
    public static string TypeOf(this JsonObject source) => source.Text("@type");

    public static string Text(this JsonObject source, string name) => (string?)source[name] ?? "";

    public static long Number(this JsonObject source, string name) => (long?)source[name] ?? 0;

    public static bool Flag(this JsonObject source, string name) => (bool?)source[name] ?? false;

    public static JsonObject? Inner(this JsonObject source, string name) => source[name] as JsonObject;
}
