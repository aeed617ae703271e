using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.CannedReplies;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Drafts;
using Rozmova.Workspace.Hours;
using Rozmova.Workspace.Labels;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Orders;
using Rozmova.Workspace.Quarantine;
using Rozmova.Workspace.Scheduling;
using Rozmova.Workspace.Sessions;
using Rozmova.Workspace.Settings;
using Rozmova.Workspace.Statistics;
using Rozmova.Workspace.TwoFactor;
using Rozmova.Workspace.Views;

namespace Rozmova.Workspace.Api;

/// <summary>
/// The one JSON of everything outward: camelCase, enums as words, nulls written, text left readable. Each feature adds its bodies here
/// so that API, live feed and outgoing webhooks cannot differ.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = false,
    Converters = [typeof(WordEnum<MessageDirection>), typeof(WordEnum<AuthorKind>), typeof(WordEnum<MessageStatus>),
        typeof(WordEnum<ConversationStatus>), typeof(WordEnum<MediaState>), typeof(WordEnum<ChannelPrivacy>),
        typeof(WordEnum<ConnectionState>), typeof(WordEnum<LoginNeed>), typeof(WordEnum<OperatorRole>),
        typeof(WordEnum<QuarantineState>), typeof(WordEnum<ContactFieldKind>), typeof(WordEnum<StatsStep>),
        typeof(WordEnum<DraftMode>), typeof(WordEnum<ScheduledStatus>), typeof(WordEnum<TemplateButtonNeed>),
        typeof(WordEnum<OrderStatus>)])]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(ConversationBody))]
[JsonSerializable(typeof(ClaimChangeBody))]
[JsonSerializable(typeof(TypingBody))]
[JsonSerializable(typeof(PresenceBody))]
[JsonSerializable(typeof(ViewersBody))]
[JsonSerializable(typeof(Page<ConversationBody>))]
[JsonSerializable(typeof(InboxCounts))]
[JsonSerializable(typeof(Page<MessageBody>))]
[JsonSerializable(typeof(MessagePage))]
[JsonSerializable(typeof(Page<EarlierWords>))]
[JsonSerializable(typeof(PostMessageRequest))]
[JsonSerializable(typeof(EditMessageRequest))]
[JsonSerializable(typeof(ReactionRequest))]
[JsonSerializable(typeof(TransferRequest))]
[JsonSerializable(typeof(SnoozeRequest))]
[JsonSerializable(typeof(LabelsRequest))]
[JsonSerializable(typeof(MessageId[]))]
[JsonSerializable(typeof(ContactBody))]
[JsonSerializable(typeof(MediaBody))]
[JsonSerializable(typeof(UploadForm))]
[JsonSerializable(typeof(Page<ContactBody>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ChannelSummaryBody))]
[JsonSerializable(typeof(ConversationExportBody))]
[JsonSerializable(typeof(ContactChangeRequest))]
[JsonSerializable(typeof(ContactExportBody))]
[JsonSerializable(typeof(MergePreviewBody))]
[JsonSerializable(typeof(MergeRequest))]
[JsonSerializable(typeof(Page<ContactNoteBody>))]
[JsonSerializable(typeof(ContactNoteRequest))]
[JsonSerializable(typeof(Page<ContactFieldBody>))]
[JsonSerializable(typeof(NewContactFieldBody))]
[JsonSerializable(typeof(ContactFieldChangeBody))]
[JsonSerializable(typeof(Page<string>))]
[JsonSerializable(typeof(Page<ChannelBody>))]
[JsonSerializable(typeof(Page<ChannelSummaryBody>))]
[JsonSerializable(typeof(LoginBody))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(ChannelMenuBody))]
[JsonSerializable(typeof(NewChannelBody))]
[JsonSerializable(typeof(ChannelChangeBody))]
[JsonSerializable(typeof(Page<DeskBody>))]
[JsonSerializable(typeof(NewDeskBody))]
[JsonSerializable(typeof(DeskChangeBody))]
[JsonSerializable(typeof(Page<OperatorBody>))]
[JsonSerializable(typeof(Page<OperatorSummaryBody>))]
[JsonSerializable(typeof(NewOperatorBody))]
[JsonSerializable(typeof(OperatorChangeBody))]
[JsonSerializable(typeof(Page<KeyBody>))]
[JsonSerializable(typeof(NewKeyBody))]
[JsonSerializable(typeof(CreatedKeyBody))]
[JsonSerializable(typeof(TelegramLinkBody))]
[JsonSerializable(typeof(CredentialsBody))]
[JsonSerializable(typeof(SetupStateBody))]
[JsonSerializable(typeof(SetupBody))]
[JsonSerializable(typeof(Page<AuditBody>))]
[JsonSerializable(typeof(Page<QuarantineBody>))]
[JsonSerializable(typeof(QuarantineDetailBody))]
[JsonSerializable(typeof(StatsBody))]
[JsonSerializable(typeof(WaitingBody))]
[JsonSerializable(typeof(QuarantineCountBody))]
[JsonSerializable(typeof(ReplayRequest))]
[JsonSerializable(typeof(ReplayedBody))]
[JsonSerializable(typeof(Page<LabelBody>))]
[JsonSerializable(typeof(LabelChangeBody))]
[JsonSerializable(typeof(Page<ViewBody>))]
[JsonSerializable(typeof(ViewChangeBody))]
[JsonSerializable(typeof(Page<BusinessHours>))]
[JsonSerializable(typeof(HoursChangeBody))]
[JsonSerializable(typeof(OpeningState))]
[JsonSerializable(typeof(OwnChangeBody))]
[JsonSerializable(typeof(TwoFactorBody))]
[JsonSerializable(typeof(EnrolmentBody))]
[JsonSerializable(typeof(RecoveryCodesBody))]
[JsonSerializable(typeof(CodeBody))]
[JsonSerializable(typeof(Page<ChannelActivity>))]
[JsonSerializable(typeof(SettingsBody))]
[JsonSerializable(typeof(DraftRequest))]
[JsonSerializable(typeof(DraftBody))]
[JsonSerializable(typeof(CannedReplyRequest))]
[JsonSerializable(typeof(Page<CannedReplyBody>))]
[JsonSerializable(typeof(ScheduledChangeRequest))]
[JsonSerializable(typeof(Page<ScheduledMessageBody>))]
[JsonSerializable(typeof(ScheduleChangedBody))]
[JsonSerializable(typeof(Page<TemplateBody>))]
[JsonSerializable(typeof(OrderBody))]
public sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The context with text left readable: Cyrillic goes out as Cyrillic.</summary>
    public static ApiJson Readable => field ??= new ApiJson(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

/// <summary>An enum as a word of the contract: <c>PassThrough</c> is <c>pass-through</c>. Numbers are refused.</summary>
public sealed class WordEnum<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
