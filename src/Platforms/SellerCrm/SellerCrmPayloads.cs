using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.SellerCrm;

// What we ask of the CRM and what it answers. Numbers may come as texts or booleans, and texts as numbers: see SellerCrmJson.

internal sealed record SignInRequest(long SellerId, long Timestamp, string Sign);

internal sealed record SignInAnswer(string? Token, string? ValidThru);

/// <summary>What an answer says of its own success, whichever call it is of.</summary>
internal sealed record AnswerStatus
{
    [JsonPropertyName("retval")]
    public string? Code { get; init; }

    public string? Desc { get; init; }

    public string? Endesc { get; init; }

    public string? Retdesc { get; init; }

    public string? Message { get; init; }

    public string? Error { get; init; }

    public JsonElement Errors { get; init; }
}

internal sealed record ChatList
{
    public long? CntPages { get; init; }

    public IReadOnlyList<ChatLine>? Items { get; init; }

    /// <summary>The name that hosts use in the place of the documented one.</summary>
    public IReadOnlyList<ChatLine>? Chats { get; init; }
}

/// <summary>A chat in the list.</summary>
internal sealed record ChatLine
{
    [JsonPropertyName("id_i")]
    public long? Order { get; init; }

    public string? Email { get; init; }

    public string? Product { get; init; }

    public string? LastDate { get; init; }

    [JsonPropertyName("cnt_msg")]
    public long? Messages { get; init; }

    [JsonPropertyName("cnt_new")]
    public long? Unread { get; init; }
}

/// <summary>A message of a chat.</summary>
internal sealed record ChatMessage
{
    public long? Id { get; init; }

    public string? Message { get; init; }

    public long? Buyer { get; init; }

    public long? Seller { get; init; }

    public long? Deleted { get; init; }

    public string? DateWritten { get; init; }

    public string? DateSeen { get; init; }

    public long? IsFile { get; init; }

    [JsonPropertyName("filename")]
    public string? FileName { get; init; }

    public string? Url { get; init; }

    public long? IsImg { get; init; }

    public string? Preview { get; init; }

    [JsonIgnore]
    public bool IsFromSeller => Seller == 1;

    [JsonIgnore]
    public bool IsFromBuyer => Buyer == 1;

    [JsonIgnore]
    public bool IsDeleted => Deleted == 1;

    [JsonIgnore]
    public bool HasFile => IsFile == 1 || IsImg == 1;
}

/// <summary>What the poller hands over of one chat: enough to read it again from these bytes alone.</summary>
internal sealed record PolledChat
{
    public required long Order { get; init; }

    public string? Email { get; init; }

    /// <summary>Messages up to this id were there before the channel came here and are read by now.</summary>
    public long HistoryUpTo { get; init; }

    public required IReadOnlyList<ChatMessage> Messages { get; init; }
}

internal sealed record SendRequest(string Message, IReadOnlyList<JsonElement>? Files);

internal sealed record UploadAnswer(IReadOnlyList<JsonElement>? Files);

internal sealed record OrderReply(PurchaseContent? Content);

/// <summary>An order, by the members that are documented. What stands inside of some is not: that is read as it comes.</summary>
internal sealed record PurchaseContent
{
    public string? Name { get; init; }

    public decimal? Amount { get; init; }

    public string? CurrencyType { get; init; }

    public long? InvoiceState { get; init; }

    public string? PurchaseDate { get; init; }

    public string? DatePay { get; init; }

    public decimal? CntGoods { get; init; }

    public long? Owner { get; init; }

    public JsonElement BuyerInfo { get; init; }

    public JsonElement Options { get; init; }

    public JsonElement UniqueCodeState { get; init; }

    public string? UnitGoods { get; init; }

    public string? PromoCode { get; init; }

    public string? BonusCode { get; init; }

    public string? ExternalOrderId { get; init; }

    public string? LockState { get; init; }

    public JsonElement Feedback { get; init; }
}
