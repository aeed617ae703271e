using System.Globalization;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Operators;
using Message = Rozmova.Platforms.Telegram.Message;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>What people write to the bot: commands, answers to the open conversation, and in groups the one command that is for them.</summary>
internal sealed class MessageWork(
    DeskPeople people, DeskMemory memory, JoinWork joining, ReplyWork replies, RolePresses roles, Claims claims, ConversationStates states,
    DeskWork work, MovedChats moved)
{
    private static readonly char[] Gaps = [' ', '\n'];

    public async ValueTask PerformAsync(LiveDesk desk, Message message, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (message.Chat?.Id is not > 0)
        {
            await HearGroupAsync(desk, message, cancellationToken);
            return;
        }

        var person = await people.FindAsync(desk, message.From!, cancellationToken);
        if (await memory.FindLanguageAsync(desk, person.Id, cancellationToken) != person.Texts.Code)
        {
            await memory.PutLanguageAsync(desk, person.Id, person.Texts.Code, cancellationToken);
        }

        var (command, argument) = ReadCommand(message.Text);
        if (command == "start")
        {
            await joining.StartAsync(desk, person, message.From!, argument, cancellationToken);
        }
        else if (person.Objection is { } objection)
        {
            await SayAsync(desk, person, new BotMessage(Html.Escape(objection)), cancellationToken);
        }
        else if (command is not null)
        {
            await ObeyAsync(desk, person, command, argument, message, cancellationToken);
        }
        else
        {
            await PassOnAsync(desk, person, message, body, cancellationToken);
        }
    }

    /// <summary>A command and what follows it; null for what is none. <c>/start@bot x</c> is <c>start</c> and <c>x</c>.</summary>
    public static (string? Command, string Argument) ReadCommand(string? text)
    {
        if (text is not ['/', ..])
        {
            return (null, "");
        }

        var parts = text[1..].Split(Gaps, 2);
        return (parts[0].Split('@')[0].ToLowerInvariant(), parts.Length > 1 ? parts[1].Trim() : "");
    }

    private async ValueTask HearGroupAsync(LiveDesk desk, Message message, CancellationToken cancellationToken)
    {
        if (message.Chat is not { } group)
        {
            return;
        }

        if (message.MigrateToChatId is { } newChat)
        {
            await moved.RememberAsync(desk.Connection, group.Id, newChat, cancellationToken);
            if (desk.LogChat() is { } log)
            {
                var line = new BotMessage(Html.Escape(desk.Texts().LogMoved));
                await work.AddAsync(desk.Row.Id, [DeskTasks.OfLogging(log, line)], cancellationToken);
            }
        }
        else if (ReadCommand(message.Text).Command == "id")
        {
            var texts = message.From is { } user ? (await people.FindAsync(desk, user, cancellationToken)).Texts : desk.Texts();
            await work.AddAsync(
                desk.Row.Id, [DeskTasks.OfSayingTo(group.Id, new BotMessage(Html.Escape(texts.ChatIs(group.Id))))], cancellationToken);
        }
    }

    private async ValueTask PassOnAsync(
        LiveDesk desk, DeskPerson person, Message message, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var text = message.Text ?? "";
        var open = await memory.FindOpenAsync(desk, person.OperatorId, cancellationToken);
        if (HomeScreen.IsHomeKey(text))
        {
            await ShowAsync(desk, person, new DeskAction.Home(), cancellationToken);
        }
        else if (await memory.FindNoteAsync(desk, person.OperatorId, cancellationToken) is { } noted)
        {
            await replies.NoteAsync(desk, person, noted, message, body, cancellationToken);
            await memory.RemoveNoteAsync(desk, person.OperatorId, cancellationToken);
        }
        else if (open is not { } id)
        {
            await SayAsync(desk, person, new BotMessage(Html.Escape(person.Texts.NothingOpen)), cancellationToken);
            await ShowAsync(desk, person, new DeskAction.Home(), cancellationToken);
        }
        else if (HomeScreen.IsOpenKey(text))
        {
            await ShowAsync(desk, person, new DeskAction.Open(id), cancellationToken);
        }
        else
        {
            await replies.SendAsync(desk, person, id, message, body, isSeen: false, cancellationToken);
        }
    }

    private async ValueTask ObeyAsync(
        LiveDesk desk, DeskPerson person, string command, string argument, Message message, CancellationToken cancellationToken)
    {
        if (ScreenOf(command) is { } screen)
        {
            await ShowAsync(desk, person, screen, cancellationToken);
        }
        else if (command is "note" or "read" or "close" or "release")
        {
            await ObeyInOpenAsync(desk, person, command, argument, message, cancellationToken);
        }
        else if (AdminActOf(command) is { } act)
        {
            await (person.IsAdmin
                ? act(this, desk, person, cancellationToken)
                : SayAsync(desk, person, new BotMessage(Html.Escape(person.Texts.AdminsOnly)), cancellationToken));
        }
        else
        {
            await SayAsync(desk, person, new BotMessage(Html.Escape(person.Texts.Help)), cancellationToken);
        }
    }

    private static DeskAction? ScreenOf(string command) => command switch
    {
        "home" or "menu" => new DeskAction.Home(),
        "my" => new DeskAction.ShowList(ListKind.Mine, 0),
        "waiting" => new DeskAction.ShowList(ListKind.Waiting, 0),
        "pinned" => new DeskAction.ShowList(ListKind.Pinned, 0),
        "history" => new DeskAction.ShowList(ListKind.HistoryOfAll, 0),
        "stats" => new DeskAction.Statistics(),
        _ => null,
    };

    private static Func<MessageWork, LiveDesk, DeskPerson, CancellationToken, ValueTask>? AdminActOf(string command) => command.Split('_', 2) switch
    {
        ["all", "users"] => (self, desk, person, token) => self.ShowAsync(desk, person, new DeskAction.Users(0), token),
        ["clear"] => (self, desk, person, token) => self.ClearAsync(desk, person, token),
        ["approve", var id] when IsUser(id, out var user) => (self, desk, person, token) =>
            self.SetRoleAsync(desk, person, user, OperatorRole.Operator, token),
        ["admin", var id] when IsUser(id, out var user) => (self, desk, person, token) =>
            self.SetRoleAsync(desk, person, user, OperatorRole.Admin, token),
        ["ban", var id] when IsUser(id, out var user) => (self, desk, person, token) =>
            self.SetRoleAsync(desk, person, user, OperatorRole.Banned, token),
        _ => null,
    };

    private static bool IsUser(string text, out long user) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out user);

    private async ValueTask SetRoleAsync(
        LiveDesk desk, DeskPerson admin, long user, OperatorRole role, CancellationToken cancellationToken) =>
        await SayAsync(desk, admin, await roles.SetAsync(desk, admin, user, role, cancellationToken), cancellationToken);

    private async ValueTask ClearAsync(LiveDesk desk, DeskPerson admin, CancellationToken cancellationToken)
    {
        if (desk.Group() is null)
        {
            await SayAsync(desk, admin, new BotMessage(Html.Escape(admin.Texts.NoGroup)), cancellationToken);
            return;
        }

        await work.AddAsync(desk.Row.Id, [DeskTasks.OfClear(admin.Id)], cancellationToken);
    }

    private async ValueTask ObeyInOpenAsync(
        LiveDesk desk, DeskPerson person, string command, string argument, Message message, CancellationToken cancellationToken)
    {
        var (texts, me) = (person.Texts, person.ToCurrent());
        if (await memory.FindOpenAsync(desk, person.OperatorId, cancellationToken) is not { } id)
        {
            await SayAsync(desk, person, new BotMessage(Html.Escape(texts.NothingOpen)), cancellationToken);
            return;
        }

        if (command == "note" && argument.Length > 0)
        {
            message.Text = argument;
            await replies.NoteAsync(desk, person, id, message, ReadOnlyMemory<byte>.Empty, cancellationToken);
            return;
        }

        if (command == "note")
        {
            await memory.PutNoteAsync(desk, person.OperatorId, id, cancellationToken);
            await SayAsync(desk, person, new BotMessage(Html.Escape(texts.NotePrompt)), cancellationToken);
            return;
        }

        var (result, done) = command switch
        {
            "read" => (await states.ReadAsync(id, cancellationToken), texts.IsRead),
            "close" => (await states.CloseAsync(id, me, cancellationToken), texts.Closed),
            _ => (await claims.ReleaseAsync(id, me, cancellationToken), texts.Released),
        };
        var words = result.Refusal is { } refusal ? RefusalWords.Of(refusal, texts) : done;
        await SayAsync(desk, person, new BotMessage(Html.Escape(words)), cancellationToken);
    }

    private ValueTask ShowAsync(LiveDesk desk, DeskPerson person, DeskAction action, CancellationToken cancellationToken) =>
        work.AddAsync(desk.Row.Id, [DeskTasks.OfShowing(person.Id, action)], cancellationToken);

    private ValueTask SayAsync(LiveDesk desk, DeskPerson person, BotMessage said, CancellationToken cancellationToken) =>
        work.AddAsync(desk.Row.Id, [DeskTasks.OfSaying(person.Id, said)], cancellationToken);
}
