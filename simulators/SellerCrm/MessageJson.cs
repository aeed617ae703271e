using System.Globalization;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.SellerCrm;

/// <summary>Messages, uploads and orders as the interface writes them.</summary>
internal static class MessageJson
{
    public static JsonNode Write(SellerCrmSimulator simulator, CrmMessage message)
    {
        var isImage = message.File?.MimeType.StartsWith("image/", StringComparison.Ordinal) == true;
        return new JsonObject
        {
            ["id"] = message.Id,
            ["message"] = Encode(message.Text),
            ["buyer"] = Flag(simulator, message.Writer == CrmWriter.Buyer),
            ["seller"] = Flag(simulator, message.Writer == CrmWriter.Seller),
            ["deleted"] = Flag(simulator, message.IsDeleted),
            ["date_written"] = simulator.Write(message.At),
            ["date_seen"] = simulator.Write(message.SeenAt),
            ["is_file"] = Flag(simulator, message.File is not null),
            ["filename"] = message.File?.Name,
            ["url"] = message.Url,
            ["is_img"] = Flag(simulator, isImage),
            ["preview"] = isImage ? message.Url : null,
        };
    }

    public static JsonObject WriteUpload(string id, SimulatedFile file) =>
        new() { ["newid"] = id, ["name"] = file.Name, ["type"] = file.MimeType, ["size"] = file.Content.Length };

    /// <summary>The file that a message names; null where it is not exactly what the upload was answered with.</summary>
    public static SimulatedFile? FindUpload(SellerCrmSimulator simulator, JsonNode? named) =>
        (string?)named?["newid"] is { } id && simulator.Files.Find(id) is { } file && JsonNode.DeepEquals(named, WriteUpload(id, file)) ? file : null;

    public static JsonObject WriteOrder(SellerCrmSimulator simulator, SimulatedOrder order) => new()
    {
        ["retval"] = 0,
        ["retdesc"] = "",
        ["errors"] = null,
        ["content"] = new JsonObject
        {
            ["item_id"] = 4410022,
            ["name"] = order.Goods,
            ["amount"] = order.Amount,
            ["currency_type"] = order.Currency,
            ["invoice_state"] = order.State,
            ["purchase_date"] = Written(simulator, order.BoughtAt),
            ["date_pay"] = order.State == 3 ? Written(simulator, order.BoughtAt.AddMinutes(1)) : null,
            ["unit_goods"] = null,
            ["cnt_goods"] = 1.0m,
            ["promo_code"] = null,
            ["unique_code_state"] = new JsonObject { ["state"] = 5 },
            ["options"] = new JsonArray(new JsonObject { ["id"] = 51001, ["name"] = "Region", ["user_data"] = order.Option }),
            ["buyer_info"] = new JsonObject { ["email"] = order.Email, ["ip_address"] = "203.0.113.7", ["payment_method"] = "card" },
            ["owner"] = order.Owner,
            ["lock_state"] = "free",
            ["feedback"] = null,
            ["external_order_id"] = null,
        },
    };

    private static JsonNode? Flag(SellerCrmSimulator simulator, bool isSo) => simulator.Options.IsOddClone ? isSo : isSo ? 1 : null;

    private static string Written(SellerCrmSimulator simulator, DateTimeOffset moment) =>
        moment.ToOffset(simulator.Options.Ahead).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal)
        .Replace("\n", "<br>", StringComparison.Ordinal);
}
