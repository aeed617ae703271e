using System.Globalization;
using Rozmova.Messaging;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>An approved template with what fills it ("Cloud API, Template messages"). Pure.</summary>
internal static class WhatsAppTemplateMessage
{
    private const string DefaultLanguage = "en_US";

    /// <summary>What WhatsApp takes above a template's text.</summary>
    public static string? Refusal(MessageContent.Template template) => template.Header switch
    {
        MessageContent.Media { Kind: MediaKind.Image, File.MimeType: not (null or "image/jpeg" or "image/png") } =>
            "Above a template WhatsApp takes pictures as JPEG or PNG.",
        MessageContent.Media { Kind: MediaKind.Video, File.MimeType: not (null or "video/mp4" or "video/3gpp") } =>
            "Above a template WhatsApp takes films as MP4 or 3GP.",
        _ => null,
    };

    /// <summary>A file above the text was uploaded before and goes by its id.</summary>
    public static TemplateBody Of(MessageContent.Template template, string? fileId)
    {
        List<TemplateComponent> components = [];
        if (template.Header is { } header)
        {
            components.Add(new TemplateComponent("header", [OfHeader(header, fileId)]));
        }

        if (template.Parameters.Count > 0)
        {
            components.Add(new TemplateComponent("body", [.. template.Parameters.Select(OfText)]));
        }

        components.AddRange(template.ButtonInputs.Select(OfButton).OfType<TemplateComponent>());
        var language = new TemplateLanguage(template.Language ?? DefaultLanguage);
        return new TemplateBody(template.Key, language, components.Count == 0 ? null : components);
    }

    private static TemplateParameter OfHeader(MessageContent header, string? fileId) => header switch
    {
        MessageContent.Media { Kind: MediaKind.Image } => new("image") { Image = new FileBody { Id = fileId } },
        MessageContent.Media { Kind: MediaKind.Video } => new("video") { Video = new FileBody { Id = fileId } },
        MessageContent.Media { File.FileName: var name } => new("document") { Document = new FileBody { Id = fileId, Filename = name } },
        MessageContent.Location place => new("location")
        {
            Location = new PlaceBody(place.Latitude, place.Longitude, place.Name, place.Name), // both are wanted here
        },
        MessageContent.Text text => OfText(text.Body),
        _ => throw new ArgumentOutOfRangeException(nameof(header), header.GetType().Name, "Not read from any request."),
    };

    private static TemplateParameter OfText(string text) => new("text") { Text = text };

    private static TemplateComponent? OfButton(Button button, int place)
    {
        var index = place.ToString(CultureInfo.InvariantCulture);
        return button switch
        {
            { Url: { Length: > 0 } end } => new TemplateComponent("button", [OfText(end)], "url", index),
            { Key: { Length: > 0 } key } => new TemplateComponent(
                "button", [new TemplateParameter("payload") { Payload = key }], "quick_reply", index),
            _ => null,
        };
    }
}
