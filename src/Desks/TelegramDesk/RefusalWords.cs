using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>Why something was not done, and what to do: in the operator's words.</summary>
internal static class RefusalWords
{
    public static string Of(Refusal refusal, DeskTexts texts) => refusal switch
    {
        Refusal.NotFound => texts.Gone,
        Refusal.ClaimedByOther { By.Name: var name } => texts.HeldRefusal(name),
        Refusal.UnseenMessages { Ids.Length: var count } => texts.UnseenRefusal(count),
        Refusal.WindowClosed => texts.WindowRefusal,
        Refusal.Erased => texts.ErasedRefusal,
        Refusal.PublicUrlNeeded => texts.PublicUrlRefusal,
        Refusal.NotSupported { Detail: var detail } => texts.Refused(detail),
        Refusal.WrongState { Detail: var detail } => texts.Refused(detail),
        Refusal.Invalid { Detail: var detail } => texts.Refused(detail),
        Refusal.NotYours { Detail: var detail } => texts.Refused(detail),
        Refusal.PassThrough => texts.PassThroughRefusal,
        Refusal.CannotRelay => texts.NoRoomRefusal,
        _ => texts.Refused(refusal.GetType().Name),
    };
}
