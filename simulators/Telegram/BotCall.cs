using Rozmova.Simulators.Telegram.Methods;

namespace Rozmova.Simulators.Telegram;

/// <summary>One call on its way through.</summary>
internal sealed record BotCall(BotAccount Bot, BotMethod Method, CallParameters Parameters)
{
    public long? ChatId { get; } = Parameters.Long("chat_id");

    public async ValueTask<Answer> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Method.Run(this, cancellationToken);
        }
        catch (Exception misread) when (misread is InvalidOperationException or FormatException)
        {
            // A member of a JSON parameter was not of the type the API gives it.
            throw RefusedCallException.BadRequest("can't parse JSON object");
        }
    }
}
