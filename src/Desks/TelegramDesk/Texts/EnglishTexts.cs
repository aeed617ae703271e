using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.TelegramDesk.Texts;

/// <summary>English.</summary>
internal sealed partial class EnglishTexts : DeskTexts
{
    public override string Code => "en";

    public override string Reply => "✍️ Reply";

    public override string Open => "💬 Open";

    public override string Take => "✍️ Take";

    public override string TakeOver => "⚡ Take over";

    public override string Pin => "📌 Pin";

    public override string Unpin => "📌 Unpin";

    public override string MarkRead => "👁 Mark read";

    public override string Note => "🗒 Note";

    public override string Transfer => "↪️ Hand over";

    public override string Snooze => "😴 Snooze";

    public override string Close => "✔️ Close";

    public override string Reopen => "↩️ Open again";

    public override string Release => "🔓 Release";

    public override string Older => "⬅️ Older";

    public override string Newer => "Newer ➡️";

    public override string Files => "🖼 Files";

    public override string Home => "🏠 Menu";

    public override string Back => "↩️ Back";

    public override string Previous => "⬅️ Previous";

    public override string Next => "Next ➡️";

    public override string Cancel => "✖️ Cancel";

    public override string SendAnyway => "📨 Send it all the same";

    public override string Statistics => "📊 Statistics";

    public override string Users => "👥 Users";

    public override string Clear => "🧹 Clear the group";

    public override string Approve => "✅ Approve";

    public override string MakeAdmin => "⭐ Make admin";

    public override string Ban => "⛔ Ban";

    public override string Hours(int hours) => Count(hours, "hour", "hours");

    public override string Greeting(string name) => $"Hello, {name}";

    public override string Mine => "My conversations";

    public override string Waiting => "Waiting";

    public override string Pinned => "Pinned";

    public override string HistoryOfMine => "My history";

    public override string HistoryOfAll => "Everybody's history";

    public override string Nothing => "Nothing here.";

    public override string Page(int number) => $"Page {number}";

    public override string WritingTo(string title) => $"What you write now goes to {title}.";

    public override string NothingOpen => "No conversation is open: what you write goes nowhere. Choose one.";

    public override string HeldByYou => "You hold it";

    public override string Held(string name) => $"Held by {name}";

    public override string Free => "Nobody holds it";

    public override string Unread(int count) => $"{count} unread";

    public override string Status(ConversationStatus status) => status switch
    {
        ConversationStatus.Open => "open",
        ConversationStatus.Pending => "answered",
        ConversationStatus.Snoozed => "put away",
        _ => "closed",
    };

    public override string Role(OperatorRole role) => role switch
    {
        OperatorRole.Admin => "admin",
        OperatorRole.Operator => "operator",
        OperatorRole.Pending => "waits for approval",
        _ => "banned",
    };

    public override string ChooseColleague => "Who shall have it?";

    public override string SnoozeUntilWhen => "Put it away for how long? It comes back sooner when the customer writes.";

    public override string NotePrompt => "Write the note: only colleagues will see it.";

    public override string ConsoleOnly => "console only";

    public override string Media(MediaKind kind) => kind switch
    {
        MediaKind.Image => "🖼 Picture",
        MediaKind.Audio => "🎵 Audio",
        MediaKind.Voice => "🎙 Voice note",
        MediaKind.Video => "🎬 Video",
        MediaKind.Sticker => "🙂 Sticker",
        _ => "📎 File",
    };

    public override string Place => "📍 Place";

    public override string Withheld => "(not kept here)";

    public override string Unsupported(string kind) => $"Something that cannot be shown here: {kind}";

    public override string You => "You";

    public override string Edited => "edited";

    public override string Deleted => "(deleted)";

    public override string Happened(string key, string? author) => (key, author ?? "Somebody") switch
    {
        ("claimed", var name) => $"{name} took the conversation",
        ("released", var name) => $"{name} released it",
        ("transferred", var name) => $"{name} handed it over",
        ("closed", var name) => $"{name} closed it",
        ("reopened", _) => "open again",
        ("snoozed", var name) => $"{name} put it away",
        ("asked", var name) => $"{name} asked for it",
        _ => key,
    };

    public override string TakenBy(string name) => $"🔵 Taken by {name}";

    public override string AnsweredBy(string name) => $"✅ Answered by {name}";

    public override string IsClosed => "✔️ Closed";

    public override string More(int count) => $"… and {Count(count, "earlier message", "earlier messages")}";

    public override string OrderTitle => "🧾 Order";

    public override string OrderState(OrderStatus status) => status switch
    {
        OrderStatus.AwaitingPayment => "⏳ Awaiting payment",
        OrderStatus.Declined => "❌ Declined",
        OrderStatus.Paid => "✅ Paid",
        OrderStatus.Expired => "⌛ Expired",
        OrderStatus.RefundPending => "↩️ Refund not taken yet",
        OrderStatus.Refunded => "↩️ Refunded",
        _ => "Unknown",
    };

    private static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
