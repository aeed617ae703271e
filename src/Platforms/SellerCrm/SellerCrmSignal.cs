using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>
/// The CRM's signal: an order's number under one of several names, in the query, in JSON or in a form. Nothing else in it is looked at, and
/// the number only says where to look. Pure.
/// </summary>
internal static class SellerCrmSignal
{
    public const string Key = "key";

    private const int MostDigits = 19;
    private static readonly string[] Names = ["InvoiceId", "ID_I", "inv", "DebateId"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The order it names; null where it names none. Throws <see cref="UnreadableWebhookException"/>.</summary>
    public static long? Read(WebhookRequest request) => Find(request.Query) ?? Read(request.Body);

    /// <summary>The same, of a body alone.</summary>
    public static long? Read(ReadOnlyMemory<byte> body)
    {
        var text = Decode(body).Trim();
        return text switch
        {
            "" => null,
            ['{', ..] => FindInJson(text),
            _ when text.Contains('=', StringComparison.Ordinal) && !text.Contains('\n', StringComparison.Ordinal) =>
                Find(QueryHelpers.ParseQuery(text).ToDictionary(pair => pair.Key, pair => pair.Value.ToString())),
            _ => throw new UnreadableWebhookException("The signal is neither JSON nor a form."),
        };
    }

    /// <summary>Whether this is a member by which a signal names an order.</summary>
    public static bool IsName(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static long? FindInJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var members = document.RootElement.EnumerateObject()
                .Where(member => IsName(member.Name))
                .DistinctBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(member => member.Name, member => member.Value.ToString());
            return Find(members);
        }
        catch (JsonException exception)
        {
            throw new UnreadableWebhookException("The signal is no whole JSON.", exception);
        }
    }

    private static long? Find(IEnumerable<KeyValuePair<string, string>> members)
    {
        var given = members.Where(member => IsName(member.Key))
            .OrderBy(member => Array.FindIndex(Names, name => name.Equals(member.Key, StringComparison.OrdinalIgnoreCase)))
            .Select(member => member.Value)
            .FirstOrDefault();
        if (given is null)
        {
            return null;
        }

        return given.Length is > 0 and <= MostDigits && given.All(char.IsAsciiDigit)
            && long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var order)
                ? order
                : throw new UnreadableWebhookException("What the signal gives as an order's number is none.");
    }

    private static string Decode(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Strict.GetString(body.Span);
        }
        catch (DecoderFallbackException exception)
        {
            throw new UnreadableWebhookException("The signal is no text.", exception);
        }
    }
}
