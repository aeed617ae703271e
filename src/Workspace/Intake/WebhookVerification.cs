using Microsoft.AspNetCore.Http;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Intake;

/// <summary>Answers a platform that asks by GET whether an address is ours.</summary>
internal static class WebhookVerification
{
    /// <param name="context">The question.</param>
    /// <param name="channels">Whose address it is; several where the platform has one address for all of its channels.</param>
    public static Task AnswerAsync(HttpContext context, IEnumerable<LiveChannel> channels)
    {
        var query = new RequestQuery(context.Request);
        var answer = channels.Where(channel => channel.Row.Enabled)
            .Select(channel => (channel.Platform as IVerifyingPlatform)?.AnswerVerification(channel.Connection, query))
            .FirstOrDefault(text => text is not null);
        return (answer is null
            ? Problem.Of(StatusCodes.Status403Forbidden, "not-verified", "This is not the question our platform asks.")
            : (IResult)TypedResults.Text(answer, "text/plain")).ExecuteAsync(context);
    }
}
