using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>
/// The open chat, as one page that never ends: every change is appended. A message that changed is drawn anew with the same
/// CSS <c>order</c>, so it keeps its place, and a rule hides the old drawing.
/// </summary>
internal sealed class PhoneThread(Customer customer, HttpResponse response)
{
    private readonly Dictionary<int, ChatMessage> _drawn = [];
    private readonly HashSet<DateOnly> _days = [];
    private ReplyKeyboard? _keyboard;
    private bool? _blocked;
    private int _actions = customer.ChatActions.Count;
    private int _answers = customer.CallbackAnswers.Count;
    private string? _typingElement;
    private string? _keyboardElement;
    private int _lastElement;

    public async Task StreamAsync(CancellationToken cancellationToken)
    {
        await response.WriteAsync(Opening().Markup, cancellationToken);
        while (true)
        {
            var changed = customer.Chat.Changed.Next;
            await response.WriteAsync(NewSince().Markup, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
            await changed.WaitAsync(cancellationToken);
        }
    }

    private Html Opening() => Html.Of($"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>{customer.Bot.Name}</title><link rel="stylesheet" href="/phone.css"></head><body class="thread">
        <header>{Avatar.Render(customer.Bot.Id, "", customer.Bot.Name)}
        <div><b>{customer.Bot.Name}</b>
        <small><span class="if-free">bot</span><span class="if-blocked">blocked</span></small></div>{Menu()}</header>{ActForm.Sink}<main>

        """);

    private Html Menu() => Html.Of($"""
        <details class="menu"><summary aria-label="Menu">⋮</summary><div>
        <span class="if-free">{ActForm.Button(customer, "Block the bot", ("do", "block"))}</span>
        <span class="if-blocked">{ActForm.Button(customer, "Unblock the bot", ("do", "unblock"))}</span>
        {PhoneShell.Attachments(customer)}</div></details>
        """);

    private Html NewSince() => Html.Join([.. Messages(), .. Typing(), .. Answers(), .. Keyboard(), .. Blocking()]);

    private IEnumerable<Html> Messages()
    {
        foreach (var message in customer.Messages.Where(each => _drawn.GetValueOrDefault(each.Id)?.Version != each.Version))
        {
            if (_drawn.TryGetValue(message.Id, out var old))
            {
                yield return Hide(Bubble.ElementId(old));
            }
            else if (_days.Add(DateOnly.FromDateTime(customer.LocalTime(message.Date).Date)))
            {
                var day = customer.LocalTime(message.Date);
                yield return Html.Of($"<div class=\"day\" style=\"order:{Order(message) + 1}\">{day:d MMMM}</div>");
            }

            _drawn[message.Id] = message;
            if (!message.IsDeleted)
            {
                yield return Bubble.Render(customer, message, Order(message));
            }

            if (message.FromBot)
            {
                yield return HideTyping();
            }
        }
    }

    /// <summary>Fades by itself after five seconds, as the real one does.</summary>
    private IEnumerable<Html> Typing()
    {
        var actions = customer.ChatActions;
        if (actions.Count > _actions)
        {
            yield return HideTyping();
            _typingElement = NextElement();
            yield return Html.Of($"""
                <div class="typing" id="{_typingElement}" style="order:{int.MinValue + 2}">
                <span></span><span></span><span></span><small>{actions[^1].Action.Replace('_', ' ')}</small></div>
                """);
        }

        _actions = actions.Count;
    }

    private IEnumerable<Html> Answers()
    {
        var answers = customer.CallbackAnswers;
        foreach (var answer in answers.Skip(_answers).Where(each => !string.IsNullOrEmpty(each.Text)))
        {
            yield return Html.Of($"<div class=\"toast{(answer.ShowAlert ? " alert" : "")}\">{answer.Text}</div>");
        }

        _answers = answers.Count;
    }

    private IEnumerable<Html> Keyboard()
    {
        var keyboard = customer.Keyboard;
        if (ReferenceEquals(keyboard, _keyboard))
        {
            yield break;
        }

        _keyboard = keyboard;
        if (_keyboardElement is not null)
        {
            yield return Hide(_keyboardElement);
        }

        if (keyboard is not null)
        {
            _keyboardElement = NextElement();
            var rows = keyboard.Rows.Select(row => Html.Of($"<div>{Html.Join(row.Select(Key))}</div>"));
            yield return Html.Of($"""
                <div class="keyboard" id="{_keyboardElement}" style="order:{int.MinValue + 1}">{Html.Join(rows)}</div>
                """);
        }
    }

    private Html Key(ReplyKey key) => ActForm.Button(customer, key.Text, ("do", "key"), ("label", key.Text));

    private IEnumerable<Html> Blocking()
    {
        if (_blocked != customer.HasBlockedBot)
        {
            _blocked = customer.HasBlockedBot;
            var (shown, hidden) = _blocked.Value ? ("if-blocked", "if-free") : ("if-free", "if-blocked");
            yield return Html.Of($"<style>.thread .{shown}{Block}.thread .{hidden}{None}</style>");
        }
    }

    /// <summary>The list grows upwards from the bottom, so the newest has the smallest order; days stand between.</summary>
    private static int Order(ChatMessage message) => -2 * message.Id;

    private string NextElement() => $"e{++_lastElement}";

    private static Html Block { get; } = new("{display:block}");

    private static Html None { get; } = new("{display:none}");

    private Html HideTyping() => _typingElement is null ? Html.Empty : Hide(_typingElement);

    private static Html Hide(string element) => Html.Of($"<style>#{element}{None}</style>");
}
