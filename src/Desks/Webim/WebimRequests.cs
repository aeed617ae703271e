using System.Text.Json.Nodes;

namespace Rozmova.Desks.Webim;

/// <summary>The bodies we post, by the names the account has for things. Pure.</summary>
internal static class WebimRequests
{
    /// <summary>How long signed fields hold: a retry signs anew.</summary>
    private static readonly TimeSpan SignatureHolds = TimeSpan.FromHours(1);

    /// <summary>A visitor's message.</summary>
    public static JsonObject Message(
        WebimContract contract, string visitorId, IReadOnlyDictionary<string, string> fields, JsonObject message, DateTimeOffset now)
    {
        var body = Of(contract, visitorId);
        body.Put(contract.FieldsField, new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))));
        if (contract.SigningKey is { } key)
        {
            var expires = (now + SignatureHolds).ToUnixTimeSeconds();
            body.Put(BesideFields(contract, "expires"), expires);
            body.Put(BesideFields(contract, "hash"), WebimSignatures.OfFields(fields, expires, key, contract.SignsWithHmac));
        }

        body.Put(contract.MessageField, message);
        return body;
    }

    /// <summary>The visitor's chat is over on our side.</summary>
    public static JsonObject Close(WebimContract contract, string visitorId) => Of(contract, visitorId);

    private static JsonObject Of(WebimContract contract, string visitorId)
    {
        var body = new JsonObject();
        body.Put(contract.VisitorIdField, visitorId);
        return body;
    }

    private static string BesideFields(WebimContract contract, string name)
    {
        var dot = contract.FieldsField.LastIndexOf('.');
        return dot < 0 ? name : $"{contract.FieldsField[..dot]}.{name}";
    }
}
