using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>A person in a private chat with one bot; a test, the benchmark or the phone page plays the part.</summary>
public sealed partial class Customer : IRecipient
{
    internal Customer(BotAccount bot, CustomerProfile profile)
    {
        Bot = bot;
        Profile = profile;
        Chat = new Chat(bot.Options.MessagesPerChat);
    }

    public BotAccount Bot { get; }

    public CustomerProfile Profile { get; }

    public long Id => Profile.Id;

    /// <summary>A bot may write only to people who wrote first.</summary>
    public bool HasStarted { get; private set; }

    public bool HasBlockedBot => Chat.IsBlocked;

    /// <summary>The account is gone; Telegram tells bots nothing of it until they write.</summary>
    public bool IsDeactivated { get; private set; }

    /// <summary>Both sides, oldest first, deleted ones included.</summary>
    public IReadOnlyList<ChatMessage> Messages => Chat.Messages;

    public IReadOnlyList<ChatMessage> BotMessages => [.. Chat.Messages.Where(message => message.FromBot)];

    public IReadOnlyList<ChatAction> ChatActions => Chat.Actions;

    public IReadOnlyList<CallbackAnswer> CallbackAnswers => Chat.CallbackAnswers;

    public ReplyKeyboard? Keyboard => Chat.Keyboard;

    internal Chat Chat { get; }

    Chat IRecipient.Chat => Chat;

    /// <summary>Waits until a message of the bot, new, edited or deleted, is as wanted.</summary>
    public Task<ChatMessage> WaitForMessageAsync(Func<ChatMessage, bool> predicate, CancellationToken cancellationToken) =>
        Chat.Changed.FindAsync(() => BotMessages.FirstOrDefault(predicate), cancellationToken);

    /// <summary>Waits until anything in the chat is as wanted: chat actions, callback answers, the keyboard.</summary>
    public Task WaitUntilAsync(Func<Customer, bool> condition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Chat.Changed.UntilAsync(() => condition(this), cancellationToken);
    }

    /// <summary>As the clock on the customer's phone shows it.</summary>
    internal DateTimeOffset LocalTime(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Bot.Time.LocalTimeZone);

    void IRecipient.RefuseUnreachable()
    {
        if (!HasStarted)
        {
            throw RefusedCallException.BadRequest("chat not found");
        }

        if (IsDeactivated)
        {
            throw new RefusedCallException(403, "Forbidden: user is deactivated");
        }

        if (HasBlockedBot)
        {
            throw new RefusedCallException(403, "Forbidden: bot was blocked by the user");
        }
    }

    JsonObject IRecipient.NewBotMessage(DateTimeOffset now) => NewMessage(fromBot: true, now);

    internal JsonObject ToUserJson()
    {
        var user = new JsonObject { ["id"] = Id, ["is_bot"] = false };
        AddNames(user);
        user["language_code"] = Profile.LanguageCode;
        return user;
    }

    internal JsonObject ToChatJson()
    {
        var chat = new JsonObject { ["id"] = Id, ["type"] = "private" };
        AddNames(chat);
        return chat;
    }

    private void AddNames(JsonObject json)
    {
        json["first_name"] = Profile.FirstName;
        if (Profile.LastName is { } lastName)
        {
            json["last_name"] = lastName;
        }

        if (Profile.Username is { } username)
        {
            json["username"] = username;
        }
    }
}

/// <summary>Who a customer says they are.</summary>
public sealed record CustomerProfile
{
    public required long Id { get; init; }

    public required string FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Username { get; init; }

    public string LanguageCode { get; init; } = "uk";

    public string Phone { get; init; } = "+380501112233";

    public string FullName => LastName is null ? FirstName : $"{FirstName} {LastName}";
}
