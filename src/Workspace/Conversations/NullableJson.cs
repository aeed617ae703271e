using System.Text.Json;

namespace Rozmova.Workspace.Conversations;

/// <summary>Members that may be null: the contract writes them all the same.</summary>
internal static class NullableJson
{
    public static void WriteOrNull(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Guid? id)
    {
        if (id is { } known)
        {
            json.WriteString(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteOrNull(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteOrNull(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteOrNull(this Utf8JsonWriter json, ReadOnlySpan<byte> name, double? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
