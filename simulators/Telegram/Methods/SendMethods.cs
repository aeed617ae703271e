using System.Text;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>Sends without files.</summary>
internal static class SendMethods
{
    private const int LongestVcard = 2048;

    public static Answer SendMessage(BotCall call)
    {
        var text = FormattedText.ReadText(call.Parameters);
        return Outgoing.Send(call, message => text.AddTo(message, "text"));
    }

    public static Answer SendLocation(BotCall call)
    {
        var (latitude, longitude) = Place(call.Parameters);
        return Outgoing.Send(call, message => message["location"] = Customer.Place(latitude, longitude));
    }

    public static Answer SendVenue(BotCall call)
    {
        var (latitude, longitude) = Place(call.Parameters);
        var title = Required(call.Parameters, "title", "VENUE_TITLE_EMPTY");
        var address = Required(call.Parameters, "address", "VENUE_ADDRESS_EMPTY");
        return Outgoing.Send(call, message =>
        {
            message["venue"] = new JsonObject
            {
                ["location"] = Customer.Place(latitude, longitude),
                ["title"] = title,
                ["address"] = address,
            };
            message["location"] = Customer.Place(latitude, longitude);
        });
    }

    public static Answer SendContact(BotCall call)
    {
        var contact = new JsonObject
        {
            ["phone_number"] = Required(call.Parameters, "phone_number", "PHONE_NUMBER_INVALID"),
            ["first_name"] = Required(call.Parameters, "first_name", "first name is empty"),
        };
        if (call.Parameters.Text("last_name") is { Length: > 0 } lastName)
        {
            contact["last_name"] = lastName;
        }

        if (call.Parameters.Text("vcard") is { Length: > 0 } vcard)
        {
            contact["vcard"] = Encoding.UTF8.GetByteCount(vcard) <= LongestVcard
                ? vcard
                : throw RefusedCallException.BadRequest("vCard is too long");
        }

        return Outgoing.Send(call, message => message["contact"] = contact);
    }

    private static (double Latitude, double Longitude) Place(CallParameters parameters) =>
        (parameters.Number("latitude"), parameters.Number("longitude")) switch
        {
            (null, _) => throw RefusedCallException.BadRequest("latitude is empty"),
            (_, null) => throw RefusedCallException.BadRequest("longitude is empty"),
            ( >= -90 and <= 90, >= -180 and <= 180) and var (latitude, longitude) => (latitude.Value, longitude.Value),
            _ => throw RefusedCallException.BadRequest("wrong location coordinates specified"),
        };

    private static string Required(CallParameters parameters, string name, string complaint) =>
        parameters.Text(name) is { Length: > 0 } text ? text : throw RefusedCallException.BadRequest(complaint);
}
