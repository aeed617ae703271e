using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>Posting messages and read marks.</summary>
internal static class MessageCalls
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public static JsonObject Send(BusinessNumber number, JsonObject body, FailsLater? fault)
    {
        MessageRules.Check(number, body);
        var address = (string?)body["to"] ?? (string?)body["recipient"];
        var message = new BusinessMessage(number.Simulator.NextMessageId(), body);
        if (number.FindCustomer(address) is { } customer)
        {
            Deliver(customer, message, fault);
        }
        else
        {
            // The real one takes a message to anybody, and tells later.
            new Customer(number, new CustomerProfile("", address ?? "", UserId: null, HidesNumber: false))
                .Report(message, "failed", 131026, "Message undeliverable.");
        }

        return new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["contacts"] = new JsonArray(new JsonObject { ["input"] = address, ["wa_id"] = address }),
            ["messages"] = new JsonArray(new JsonObject { ["id"] = message.Id, ["message_status"] = "accepted" }),
        };
    }

    public static JsonObject MarkRead(BusinessNumber number, JsonObject body)
    {
        var id = (string?)body["message_id"];
        if ((string?)body["status"] != "read" || id is null || number.FindWriter(id) is not { } customer)
        {
            throw new RefusedCallException(100, "Message ID does not exist.");
        }

        customer.SeeRead(id, typing: body["typing_indicator"] is not null);
        return new JsonObject { ["success"] = true };
    }

    private static void Deliver(Customer customer, BusinessMessage message, FailsLater? fault)
    {
        var now = customer.Number.Simulator.Time.GetUtcNow();
        if (fault is not null)
        {
            customer.Report(message, "failed", fault.Code, fault.Details);
        }
        else if (message.Type != "template" && (customer.LastWroteAt is not { } last || now - last > Window))
        {
            customer.Report(message, "failed", 131047, "More than 24 hours have passed since the customer last replied.");
        }
        else
        {
            customer.Receive(message);
            if (customer.Number.Simulator.Options.ReportsStatuses)
            {
                customer.Report(message, "sent");
                customer.Report(message, "delivered");
            }
        }
    }
}
