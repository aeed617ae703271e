using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>Who a bot can write to: a person, or a group.</summary>
internal interface IRecipient
{
    long Id { get; }

    Chat Chat { get; }

    /// <summary>Throws the platform's refusal when the bot may not write there.</summary>
    void RefuseUnreachable();

    /// <summary>A message of the bot's with its number, yet without content.</summary>
    JsonObject NewBotMessage(DateTimeOffset now);
}
