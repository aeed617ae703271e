using Rozmova.Messaging.Platforms;

namespace Rozmova.Desks.Webim;

/// <summary>How one account is spoken to: its desk's settings, read.</summary>
internal sealed class WebimContract(ChannelConnection desk)
{
    private static readonly string[] UsualCallbackAuth =
        ["header:Authorization=Token {callbackSecret}", "header:Authorization=Bearer {callbackSecret}", "basic", "query:token"];

    private static readonly string[] UsualVisitorIds = ["visitor_id", "visitor.id", "channel_user_id", "visitor.channel_user_id"];

    private static readonly string[] UsualKinds = [WebimKinds.Operator, WebimKinds.OperatorFile, WebimKinds.Keyboard];

    public Uri BaseUrl { get; } = new(desk.RequiredText(WebimSettings.BaseUrl));

    public Uri SendAddress => AddressOf(WebimSettings.SendPath);

    public Uri CloseAddress => AddressOf(WebimSettings.ClosePath);

    public string AccessToken => desk.RequiredText(WebimSettings.AccessToken);

    public string CallbackSecret => desk.RequiredText(WebimSettings.CallbackSecret);

    /// <summary>Where the access token goes; see <see cref="WebimAccess"/>.</summary>
    public string Auth => desk.RequiredText(WebimSettings.Auth);

    public string VisitorIdField => desk.RequiredText(WebimSettings.VisitorIdField);

    public string FieldsField => desk.RequiredText(WebimSettings.FieldsField);

    public string MessageField => desk.RequiredText(WebimSettings.MessageField);

    public string OkWhen => desk.RequiredText(WebimSettings.OkWhen);

    /// <summary>The key visitor fields are signed with; null where they are not.</summary>
    public string? SigningKey => desk.Flag(WebimSettings.SignVisitorFields) ? desk.Text(WebimSettings.PrivateKey) : null;

    public bool SignsWithHmac => desk.RequiredText(WebimSettings.VisitorHash) == WebimSettings.Hmac;

    public IReadOnlyList<string> CallbackAuth => ListOf(WebimSettings.CallbackAuth, UsualCallbackAuth);

    /// <summary>The header that carries an HMAC of the callback; null where the account does not sign.</summary>
    public string? CallbackHmacHeader => desk.Text(WebimSettings.CallbackHmacHeader);

    public IReadOnlyList<string> CallbackVisitorIdFields => ListOf(WebimSettings.CallbackVisitorIdFields, UsualVisitorIds);

    /// <summary>The only kinds of message a customer ever sees.</summary>
    public IReadOnlyList<string> DeliverKinds => ListOf(WebimSettings.DeliverKinds, UsualKinds);

    public TimeSpan Timeout => TimeSpan.FromSeconds(Math.Clamp(desk.Number(WebimSettings.TimeoutSeconds) ?? 15, 1, 300));

    /// <summary>In UTF-16 units.</summary>
    public int MaxTextLength => (int)Math.Clamp(desk.Number(WebimSettings.MaxTextLength) ?? 4000, 50, 1_000_000);

    /// <summary>Whether a message whose request was not answered is sent again, under the same id.</summary>
    public bool RetriesUnknown => desk.Flag(WebimSettings.RetryUnknown);

    /// <summary>Whether the operator is told of an answer that did not arrive.</summary>
    public bool ReportsFailures => desk.Flag(WebimSettings.ReportFailures);

    /// <summary>Whether Webim is told that the conversation was closed here.</summary>
    public bool ClosesChats => desk.Flag(WebimSettings.CloseChats);

    // The base address may have a path of its own.
    private Uri AddressOf(string setting) => new(BaseUrl.AbsoluteUri.TrimEnd('/') + desk.RequiredText(setting));

    private IReadOnlyList<string> ListOf(string setting, string[] usual) => desk.List(setting) is { Count: > 0 } given ? given : usual;
}

/// <summary>Webim's kinds of message.</summary>
internal static class WebimKinds
{
    public const string Operator = "operator";
    public const string OperatorFile = "file_operator";
    public const string Keyboard = "keyboard";
    public const string Visitor = "visitor";
    public const string VisitorFile = "file_visitor";
    public const string KeyboardResponse = "keyboard_response";

    /// <summary>What is not for the customer and no surprise: our own messages coming back, words among operators, the web widget's.</summary>
    public static bool IsForNobody(string kind) => kind is Visitor or VisitorFile or KeyboardResponse or "sticker_visitor"
        or "for_operator" or "info" or "operator_busy" or "cont_req" or "contacts" or "action_request";
}
