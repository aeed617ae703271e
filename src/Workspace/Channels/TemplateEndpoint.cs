using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Channels;

/// <summary>A template as the API shows it: what a message of type <c>template</c> names, and what it will say.</summary>
// HeaderNeeds: text is given as the content's text, location as its latitude, longitude and name, a kind of file as its mediaId or url.
// ButtonNeeds has a word for each button: its key may, its url must be given at the same place of the content's buttons.
public sealed record TemplateBody(
    string Key, string? Language, string Title, string? Category, string? Header, string? HeaderNeeds, string Text, string? Footer,
    IReadOnlyList<string> Buttons, IReadOnlyList<TemplateButtonNeed> ButtonNeeds, IReadOnlyList<string> Parameters, bool CanSend)
{
    internal static TemplateBody Of(MessageTemplate template) => new(
        template.Key, template.Language, template.Title ?? template.Key, template.Category, template.Header, template.HeaderNeeds,
        template.Text, template.Footer, template.Buttons, template.ButtonNeeds, template.Parameters, template.CanSend);
}

/// <summary>The templates a channel may send, asked of its platform each time.</summary>
internal static class TemplateEndpoint
{
    public static async Task<Results<Ok<Page<TemplateBody>>, ProblemHttpResult>> List(
        Guid id, ChannelDirectory directory, CancellationToken cancellationToken)
    {
        if (await directory.FindAsync(new ChannelId(id), cancellationToken) is not { } channel)
        {
            return Problem.NotFound("channel");
        }

        if (channel.Platform is not ITemplatePlatform platform)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, "not-supported", "This platform has no templates.");
        }

        return await platform.ListTemplatesAsync(channel.Connection, cancellationToken) switch
        {
            TemplateListing.Found { Templates: var templates } =>
                TypedResults.Ok(new Page<TemplateBody>([.. templates.Select(TemplateBody.Of)], null)),
            TemplateListing.Unavailable { Detail: var detail } =>
                Problem.Of(StatusCodes.Status502BadGateway, "platform-refused", detail),
            var other => throw new InvalidOperationException($"No answer for {other.GetType().Name}."),
        };
    }
}
