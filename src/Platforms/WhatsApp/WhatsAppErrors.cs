using System.Collections.Frozen;
using Rozmova.Messaging;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// WhatsApp's error codes ("Cloud API, Error codes") as our codes and as sentences an operator understands. The same codes come
/// in answers and, later, in statuses.
/// </summary>
internal static class WhatsAppErrors
{
    private static readonly FrozenDictionary<int, SendError> Known = new Dictionary<int, SendError>
    {
        [368] = Rejected(
            "WhatsApp has restricted this account for breaking its policies; an admin has to ask Business Support Home."),
        [470] = WindowClosed(),
        [130429] = Rejected("Too many messages left this number at once; send it again in a minute."),
        [130472] = Rejected("WhatsApp holds marketing back from this customer for an experiment; wait for them to write."),
        [130497] = Rejected("This account may not write to customers of this country."),
        [131005] = Rejected("The access token may not do this; an admin has to give it whatsapp_business_messaging."),
        [131021] = Rejected("This is the channel's own number; it cannot write to itself."),
        [131026] = Gone("The customer cannot get this message: not on WhatsApp, an old app, or its new terms not accepted."),
        [131030] = Gone("A test number writes only to numbers on its list; an admin has to add this one in the app's dashboard."),
        [131031] = Rejected("WhatsApp has locked this business account; an admin has to ask Business Support Home."),
        [131037] = Rejected("The number's display name is not approved yet; an admin has to see to it in WhatsApp Manager."),
        [131042] = Rejected(
            "WhatsApp could not charge for this message; an admin has to mend the payment method of the business account."),
        [131045] = Rejected("The phone number is not registered for the Cloud API; an admin has to register it."),
        [131047] = WindowClosed(),
        [131048] = Rejected(
            "Too many customers blocked or reported this number, so WhatsApp holds it back; write less and look at its quality."),
        [131049] = Rejected(
            "WhatsApp did not deliver this, as the customer got much marketing lately; try again in a day or more."),
        [131050] = new(
            SendErrors.Blocked, "The customer has stopped marketing messages from this business; only they can undo that."),
        [131051] = new(SendErrors.NotSupported, "WhatsApp does not take this kind of message; send it in another form."),
        [131052] = new(SendErrors.FileRefused, "WhatsApp could not fetch this file; send it again."),
        [131053] = new(
            SendErrors.FileRefused, "WhatsApp did not take this file; look at its type and size, or send it as a document."),
        [131056] = Rejected("Too many messages to this customer in a short time; send it again in a minute."),
        [131057] = Rejected("The number is under maintenance at WhatsApp; send it again in some minutes."),
        [131062] = new(SendErrors.NotSupported, "This kind of message cannot go to a customer who hides their number."),
        [131063] = Rejected("Marketing templates are switched off for this account; an admin has to look into WhatsApp Manager."),
        [131064] = Rejected(
            "The account is held back for templates in the wrong category; an admin has to look into WhatsApp Manager."),
        [132000] = Rejected("The template has another number of parameters."),
        [132001] = Rejected("There is no approved template of this name in this language."),
        [132005] = Rejected("With these parameters the template is too long."),
        [132007] = Rejected("The template breaks WhatsApp's policies."),
        [132008] = Rejected("A parameter does not fit the template."),
        [132012] = Rejected("A parameter has another format than the template wants."),
        [132015] = Rejected("The template is paused for low quality; it comes back by itself or after an edit."),
        [132016] = Rejected("The template was paused too often and is disabled for good; make a new one."),
        [132068] = Rejected("The template's form (flow) is blocked; mend it in WhatsApp Manager."),
        [132069] = Rejected("The template's form (flow) was sent too often in the last hour; try again later."),
        [133010] = Rejected("The phone number is not registered for the Cloud API; an admin has to register it."),
        [137000] = Rejected(
            "The customer changed their phone or installed WhatsApp anew, and the number checks identities; confirm "
            + "theirs first."),
    }.ToFrozenDictionary();

    /// <summary>Why a message failed, the platform's own words behind ours.</summary>
    public static SendError Of(MetaError error) => error.Code is { } code && Known.TryGetValue(code, out var known)
        ? known with { Detail = $"{known.Detail} (WhatsApp: {error.Quote})" }
        : Rejected($"WhatsApp refused: {error.Quote}.");

    private static SendError Rejected(string detail) => new(SendErrors.Rejected, detail);

    private static SendError Gone(string detail) => new(SendErrors.ChatNotFound, detail);

    private static SendError WindowClosed() => new(
        SendErrors.WindowClosed, "More than 24 hours have passed since the customer wrote; send a template.");
}
