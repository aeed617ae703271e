using Rozmova.Messaging.Platforms;

namespace Rozmova.Desks.Webim;

/// <summary>
/// The settings of a Webim desk. What Webim calls things is not published, so every name is a setting, under <c>contract</c>.
/// </summary>
internal static class WebimSettings
{
    public const string AccessToken = "accessToken";
    public const string CallbackSecret = "callbackSecret";
    public const string BaseUrl = "baseUrl";
    public const string SignVisitorFields = "signVisitorFields";
    public const string PrivateKey = "privateKey";
    public const string MaxTextLength = "maxTextLength";
    public const string RetryUnknown = "retryUnknown";
    public const string ReportFailures = "reportFailures";
    public const string CloseChats = "closeChats";

    public const string SendPath = "contract.sendPath";
    public const string ClosePath = "contract.closePath";
    public const string TypingPath = "contract.typingPath"; // taken with the other names; nothing is sent there
    public const string Auth = "contract.auth";
    public const string VisitorIdField = "contract.visitorIdField";
    public const string FieldsField = "contract.fieldsField";
    public const string MessageField = "contract.messageField";
    public const string OkWhen = "contract.okWhen";
    public const string VisitorHash = "contract.visitorHash";
    public const string CallbackAuth = "contract.callbackAuth";
    public const string CallbackHmacHeader = "contract.callbackHmacHeader";
    public const string CallbackVisitorIdFields = "contract.callbackVisitorIdFields";
    public const string DeliverKinds = "contract.deliverKinds";
    public const string TimeoutSeconds = "contract.timeoutSeconds";

    /// <summary>What <see cref="OkWhen"/> is by default.</summary>
    public const string NoError = "no error";

    /// <summary>What <see cref="VisitorHash"/> is by default.</summary>
    public const string Hmac = "hmac";

    public const string Sha256 = "sha256";

    private const string Path = "/[!-~]*";
    private const string Member = @"[\w-]+(\.[\w-]+)*";
    private const string HeaderName = "[A-Za-z0-9_-]+";

    public static IReadOnlyList<SettingField> All { get; } =
    [
        new(AccessToken, SettingKind.Secret) { Required = true, Pattern = "[!-~]+" },
        new(CallbackSecret, SettingKind.Secret) { Required = true, Pattern = "[!-~]+" },
        new(BaseUrl, SettingKind.TrustedUrl) { Required = true },
        new(SignVisitorFields, SettingKind.Flag),
        new(PrivateKey, SettingKind.Secret),
        new(MaxTextLength, SettingKind.Number) { Default = "4000" },
        new(RetryUnknown, SettingKind.Flag) { Default = "true" },
        new(ReportFailures, SettingKind.Flag) { Default = "true" },
        new(CloseChats, SettingKind.Flag),

        new(SendPath) { Default = "/api/custom_channel/v1/send_message", Pattern = Path },
        new(ClosePath) { Default = "/api/custom_channel/v1/close_chat", Pattern = Path },
        new(TypingPath) { Pattern = Path },
        new(Auth)
        {
            Default = "header:Authorization=Token {accessToken}",
            Pattern = $"header:{HeaderName}=[ -~]*|query:{Member}|body:{Member}",
        },
        new(VisitorIdField) { Default = "visitor_id", Pattern = Member },
        new(FieldsField) { Default = "visitor.fields", Pattern = Member },
        new(MessageField) { Default = "message", Pattern = Member },
        new(OkWhen) { Default = NoError, Pattern = $"{NoError}|{Member}=.+" },
        new(VisitorHash) { Default = Hmac, Choices = [Hmac, Sha256] },
        new(CallbackAuth, SettingKind.List),
        new(CallbackHmacHeader) { Pattern = HeaderName },
        new(CallbackVisitorIdFields, SettingKind.List),
        new(DeliverKinds, SettingKind.List),
        new(TimeoutSeconds, SettingKind.Number) { Default = "15" },
    ];
}
