using System.Text;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Meta;

/// <summary>Messages and actions to one person, with the limits both platforms keep.</summary>
internal static class SendApi
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private static readonly TimeSpan HumanWindow = TimeSpan.FromDays(7);
    private static readonly HttpClient Fetch = new(new SocketsHttpHandler());

    public static async Task<JsonObject> RunAsync(GraphRequest request, CancellationToken cancellationToken)
    {
        var id = (string?)request.Body["recipient"]?["id"]
            ?? throw new GraphErrorException(100, "(#100) param recipient must be non-empty.");
        var customer = request.Account.FindCustomer(id)
            ?? throw new GraphErrorException(100, "(#100) No matching user found", IsMessenger(request) ? 2018001 : 2534014);
        if ((string?)request.Body["sender_action"] is { } action)
        {
            customer.Keep(action, request.Body["payload"]);
            return new JsonObject { ["recipient_id"] = id };
        }

        Check(request, customer);
        CheckTemplate(request);
        var sent = await WriteAsync(request, customer, cancellationToken);
        customer.Keep(sent);
        customer.Echo(sent);
        return new JsonObject { ["recipient_id"] = id, ["message_id"] = sent.Mid };
    }

    private static void Check(GraphRequest request, MetaCustomer customer)
    {
        if (customer.HasBlocked)
        {
            throw new GraphErrorException(551, "(#551) This person isn't available right now.", 1545041);
        }

        if (IsUtility(request))
        {
            return;
        }

        var isTagged = (string?)request.Body["tag"] == "HUMAN_AGENT" && (string?)request.Body["messaging_type"] == "MESSAGE_TAG";
        var open = isTagged ? HumanWindow : Window;
        if (customer.LastActAt is not { } last || last + open <= request.Account.Simulator.Time.GetUtcNow())
        {
            throw new GraphErrorException(
                10, "(#10) This message is sent outside of allowed window.", IsMessenger(request) ? 2018278 : 2534022);
        }

        var text = (string?)request.Body["message"]?["text"] ?? "";
        if (IsMessenger(request) ? text.Length > 2000 : Encoding.UTF8.GetByteCount(text) > 1000)
        {
            throw new GraphErrorException(100, "(#100) Length of param message[text] is too long", 2534037);
        }
    }

    private static void CheckTemplate(GraphRequest request)
    {
        if (request.Body["message"]?["template"] is not { } template)
        {
            return;
        }

        request.Account.RequireTemplates();
        var approved = request.Account.FindTemplate((string)template["name"]!, (string)template["language"]!["code"]!)
            ?? throw new GraphErrorException(100, "(#100) No approved template of this name in this language");
        request.Body["message"]!["text"] = approved.Fill(template["components"]!.AsArray())
            ?? throw new GraphErrorException(100, "(#100) The parameters do not fit the template");
    }

    private static bool IsUtility(GraphRequest request) =>
        IsMessenger(request) && (string?)request.Body["messaging_type"] == "UTILITY" && request.Body["message"]?["template"] is not null;

    private static async Task<MetaMessage> WriteAsync(GraphRequest request, MetaCustomer customer, CancellationToken cancellationToken)
    {
        var json = request.Body["message"]!.DeepClone().AsObject();
        var now = request.Account.Simulator.Time.GetUtcNow();
        var mid = customer.NextMid();
        json["mid"] = mid;
        return new MetaMessage(mid, FromAccount: true, now, json)
        {
            MessagingType = (string?)request.Body["messaging_type"],
            Tag = (string?)request.Body["tag"],
            ReplyTo = (string?)request.Body["reply_to"]?["mid"],
            File = await FileOfAsync(request, json, cancellationToken),
        };
    }

    private static async Task<SimulatedFile?> FileOfAsync(GraphRequest request, JsonObject message, CancellationToken cancellationToken)
    {
        if (message["attachment"] is not { } attachment || (string?)attachment["type"] == "template")
        {
            return null;
        }

        var payload = attachment["payload"]!.AsObject();
        if ((string?)payload["attachment_id"] is { } id)
        {
            return request.Account.Simulator.Files.Find(id);
        }

        if ((string?)payload["url"] is not { } url)
        {
            return request.File ?? throw new GraphErrorException(100, "(#100) Upload attachment failure.", 2018047);
        }

        using var response = await Fetch.GetAsync(new Uri(url), cancellationToken);
        return response.IsSuccessStatusCode
            ? new SimulatedFile(
                Path.GetFileName(url),
                response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream",
                await response.Content.ReadAsByteArrayAsync(cancellationToken))
            : throw new GraphErrorException(100, "(#100) Failed to fetch the file from the url", 2018008);
    }

    private static bool IsMessenger(GraphRequest request) => request.Account.Kind == MetaKind.Messenger;
}
