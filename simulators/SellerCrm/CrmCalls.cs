using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.SellerCrm;

/// <summary>What the interface can do, by the names that faults and the call log know.</summary>
internal static class CrmCalls
{
    public const string SignIn = "apilogin";

    private const int MostChats = 200;
    private const string Debates = "/api/debates/v2";

    public static (string Name, Func<CrmCall, Task<CrmAnswer>> Run) Find(HttpRequest request)
    {
        var path = request.Path.Value!.TrimEnd('/');
        return (request.Method, path) switch
        {
            ("POST", "/api/apilogin") => (SignIn, Unknown),
            ("GET", $"{Debates}/chats") => ("chats", Now(ListChats)),
            ("GET", Debates) => ("messages", Now(ListMessages)),
            ("POST", Debates) => ("send", Now(Send)),
            ("POST", $"{Debates}/upload-preview") => ("upload", UploadAsync),
            ("POST", $"{Debates}/seen") => ("seen", Now(MarkSeen)),
            ("GET" or "POST", $"{Debates}/chat-state") => ("chat-state", Now(ChatState)),
            ("DELETE", _) when path.StartsWith($"{Debates}/", StringComparison.Ordinal) => ("delete", Now(Delete)),
            ("GET", _) when path.StartsWith("/api/purchase/info/", StringComparison.Ordinal) => ("order", Now(FindOrder)),
            ("GET", _) when path.StartsWith("/files/", StringComparison.Ordinal) => (Faults.Download, Unknown),
            _ => ("unknown", Unknown),
        };
    }

    public static CrmAnswer GiveToken(SellerCrmSimulator simulator, JsonNode? body)
    {
        var seller = body?["seller_id"] is JsonValue id && id.TryGetValue<long>(out var number) ? simulator.FindSeller(number) : null;
        var proof = body?["timestamp"] is JsonValue stamp && stamp.TryGetValue<long>(out var timestamp)
            ? seller?.SignIn(timestamp, (string?)body["sign"] ?? "")
            : null;
        return proof is var (token, until)
            ? new CrmAnswer(new JsonObject
            {
                ["retval"] = 0,
                ["desc"] = "",
                ["endesc"] = "",
                ["token"] = token,
                ["seller_id"] = seller!.Id,
                ["valid_thru"] = until.ToOffset(simulator.Options.Ahead).ToString("o", CultureInfo.InvariantCulture),
            })
            : new CrmAnswer(new JsonObject
            {
                ["retval"] = 1,
                ["desc"] = "Подпись неверна",
                ["endesc"] = "The sign is wrong",
                ["token"] = null,
                ["valid_thru"] = "0001-01-01T00:00:00",
            });
    }

    private static Func<CrmCall, Task<CrmAnswer>> Now(Func<CrmCall, CrmAnswer> run) => call => Task.FromResult(run(call));

    private static Task<CrmAnswer> Unknown(CrmCall call) => Task.FromResult(CrmAnswer.Refuse(StatusCodes.Status404NotFound, 404, "No such method"));

    private static CrmAnswer ListChats(CrmCall call)
    {
        var isOdd = call.Simulator.Options.IsOddClone;
        var size = (int)Math.Clamp(call.Number("pagesize") ?? 20, 1, MostChats);
        var chats = call.Seller.Orders.Where(order => !order.IsGone && order.Listed().Count > 0)
            .Where(order => call.Number("filter_new") != 1 || order.Unread > 0)
            .OrderByDescending(order => order.Listed()[^1].At)
            .ToList();
        var page = chats.Skip((int)((call.Number("page") ?? 1) - 1) * size).Take(size).Select(order => (JsonNode)new JsonObject
        {
            ["id_i"] = Count(order.Number, isOdd),
            ["email"] = order.Email,
            ["product"] = isOdd ? 4410022 : order.Goods,
            ["last_date"] = call.Simulator.Write(order.Listed()[^1].At),
            ["cnt_msg"] = Count(order.Listed().Count(message => !message.IsDeleted), isOdd),
            ["cnt_new"] = Count(order.Unread, isOdd),
        });
        JsonNode?[] blanks = isOdd ? [new JsonObject { ["id_i"] = null, ["email"] = null, ["last_date"] = null }] : [];
        var answer = new JsonObject { [call.Simulator.Options.ListMember] = new JsonArray([.. page, .. blanks]) };
        if (!isOdd)
        {
            answer["cnt_pages"] = (chats.Count + size - 1) / size;
        }

        return new CrmAnswer(answer);
    }

    private static JsonNode Count(long number, bool isText) => isText ? number.ToString(CultureInfo.InvariantCulture) : number;

    private static CrmAnswer ListMessages(CrmCall call)
    {
        if (FindChat(call) is not { } order)
        {
            return NoChat();
        }

        var options = call.Simulator.Options;
        var count = (int)Math.Clamp(call.Number("count") ?? options.MessagesAtOnce, 1, options.MessagesAtOnce);
        var asked = order.Listed()
            .Where(message => message.Id >= (call.Number("id_from") ?? 0) && message.Id <= (call.Number("id_to") ?? long.MaxValue));
        var given = options.GivesNewest ? asked.TakeLast(count).Reverse() : asked.Take(count);
        return new CrmAnswer(new JsonArray([.. given.Select(message => MessageJson.Write(call.Simulator, message))]));
    }

    private static CrmAnswer Send(CrmCall call)
    {
        if (FindChat(call) is not { } order)
        {
            return NoChat();
        }

        if (order.ChatState == 0)
        {
            return CrmAnswer.Refuse(StatusCodes.Status200OK, 5, "The chat is closed");
        }

        var text = (string?)call.Body?["message"] ?? "";
        var files = (call.Body?["files"] as JsonArray ?? []).Select(file => MessageJson.FindUpload(call.Simulator, file)).ToList();
        if (files.Contains(null) || (text.Length == 0 && files.Count == 0))
        {
            return CrmAnswer.Refuse(StatusCodes.Status400BadRequest, 3, "There is nothing to send, or a file that was not uploaded");
        }

        order.Add(CrmWriter.Seller, text, files.FirstOrDefault());
        foreach (var file in files.Skip(1))
        {
            order.Add(CrmWriter.Seller, "", file);
        }

        return CrmAnswer.Nothing;
    }

    private static async Task<CrmAnswer> UploadAsync(CrmCall call)
    {
        var form = await call.Request.ReadFormAsync(call.CancellationToken);
        var uploads = new JsonArray();
        foreach (var part in form.Files.Where(part => part.Name is "files[]" or "file" or "photo"))
        {
            var file = await SimulatedFile.ReadAsync(part, call.CancellationToken);
            uploads.Add(MessageJson.WriteUpload(call.Simulator.Files.Keep(file), file));
        }

        return uploads.Count == 0
            ? CrmAnswer.Refuse(StatusCodes.Status400BadRequest, 3, "There is no file in the form")
            : new CrmAnswer(new JsonObject { ["files"] = uploads });
    }

    private static CrmAnswer MarkSeen(CrmCall call)
    {
        if (FindChat(call) is not { } order)
        {
            return NoChat();
        }

        order.MarkSeen();
        return CrmAnswer.Nothing;
    }

    private static CrmAnswer ChatState(CrmCall call)
    {
        if (FindChat(call) is not { } order)
        {
            return NoChat();
        }

        order.ChatState = (int)(call.Number("chat_state") ?? order.ChatState);
        return new CrmAnswer(new JsonObject { ["retval"] = 0, ["chat_state"] = order.ChatState, ["may_change"] = 1 });
    }

    private static CrmAnswer Delete(CrmCall call)
    {
        var id = CrmDoor.Digits(call.Request.Path.Value!.Split('/')[^1]);
        if (FindChat(call) is not { } order || order.Answers.FirstOrDefault(message => message.Id == id) is not { } message)
        {
            return NoChat();
        }

        order.TakeBack(message.Id);
        return CrmAnswer.Nothing;
    }

    private static CrmAnswer FindOrder(CrmCall call) =>
        call.Seller.FindOrder(CrmDoor.Digits(call.Request.Path.Value!.Split('/')[^1])) is { } order
            ? new CrmAnswer(MessageJson.WriteOrder(call.Simulator, order))
            : new CrmAnswer(new JsonObject
            {
                ["retval"] = 1,
                ["retdesc"] = "There is no such order",
                ["errors"] = new JsonArray(new JsonObject { ["code"] = "order_not_found", ["message"] = "There is no such order" }),
                ["content"] = null,
            });

    private static SimulatedOrder? FindChat(CrmCall call) => call.Seller.FindOrder(call.Order) is { IsGone: false } order ? order : null;

    private static CrmAnswer NoChat() => CrmAnswer.Refuse(StatusCodes.Status404NotFound, 404, "There is no such chat");
}
