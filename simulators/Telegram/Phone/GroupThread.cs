using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>A group on a member's phone, drawn as <see cref="PhoneThread"/> draws a chat: it never ends, and what changed is drawn anew.</summary>
internal sealed class GroupThread(Customer member, Group group, HttpResponse response)
{
    private readonly Dictionary<int, ChatMessage> _drawn = [];
    private int _answers = member.CallbackAnswers.Count;

    public async Task StreamAsync(CancellationToken cancellationToken)
    {
        await response.WriteAsync(Opening().Markup, cancellationToken);
        while (true)
        {
            var (changed, answered) = (group.Chat.Changed.Next, member.Chat.Changed.Next);
            await response.WriteAsync(Html.Join([.. Messages(), .. Answers()]).Markup, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
            await Task.WhenAny(changed, answered).WaitAsync(cancellationToken);
        }
    }

    private Html Opening() => Html.Of($"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>{group.Title}</title><link rel="stylesheet" href="/phone.css"></head><body class="thread">
        <header>{Avatar.Render(group.Id, "", group.Title)}
        <div><b>{group.Title}</b><small>group</small></div>
        <a href="{PhonePaths.Of(member)}" target="_top" aria-label="Back to the chat">✕</a></header>{ActForm.Sink}<main>

        """);

    private IEnumerable<Html> Messages()
    {
        foreach (var message in group.Messages.Where(each => _drawn.GetValueOrDefault(each.Id)?.Version != each.Version))
        {
            if (_drawn.TryGetValue(message.Id, out var old))
            {
                yield return new Html($"<style>#{Bubble.ElementId(old)}{{display:none}}</style>");
            }

            _drawn[message.Id] = message;
            if (!message.IsDeleted)
            {
                yield return Bubble.Render(member, group, message, -2 * message.Id);
            }
        }
    }

    /// <summary>What the member, and nobody else, is answered to a press.</summary>
    private IEnumerable<Html> Answers()
    {
        var answers = member.CallbackAnswers;
        foreach (var answer in answers.Skip(_answers).Where(each => !string.IsNullOrEmpty(each.Text)))
        {
            yield return Html.Of($"<div class=\"toast{(answer.ShowAlert ? " alert" : "")}\">{answer.Text}</div>");
        }

        _answers = answers.Count;
    }
}
