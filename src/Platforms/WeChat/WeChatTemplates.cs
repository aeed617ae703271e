using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// Sends template messages (page "Template messages"). A template names its fields, <c>{{thing1.DATA}}</c>, and our parameters
/// have an order: they fill the fields as these stand in the template, which the account's own list shows.
/// </summary>
internal sealed partial class WeChatTemplates(WeChatApi api)
{
    private const string ListPath = "/cgi-bin/template/get_all_private_template";
    private const string SendPath = "/cgi-bin/message/template/send";

    /// <summary>WeChat never changes a template under its id, and an account has 25 at most.</summary>
    private readonly ConcurrentDictionary<(string AppId, string Id), string[]> _fields = [];

    public async Task<PlatformAnswer> SendAsync(
        ChannelConnection channel, OutboundMessage message, MessageContent.Template template, CancellationToken cancellationToken)
    {
        var key = (channel.RequiredText(WeChatSettings.AppId), template.Key);
        if (!_fields.ContainsKey(key) && await LoadAsync(channel, cancellationToken) is { } failure)
        {
            return failure.BeforeSending();
        }

        if (!_fields.TryGetValue(key, out var fields))
        {
            return new WeChatRejection(WeChatCodes.NoSuchTemplate, "it is not in the account's list");
        }

        return fields.Length == template.Parameters.Count
            ? await api.PostAsync(
                channel, SendPath,
                WeChatOutbound.Template(message, template, fields), WeChatJson.Default.TemplateMessage, cancellationToken)
            : new WeChatRejection(
                WeChatCodes.WrongParameters,
                $"its fields are {string.Join(", ", fields)}, "
                + $"and there are {template.Parameters.Count} parameters");
    }

    public async Task<TemplateListing> ListAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await api.GetAsync(channel, ListPath, cancellationToken) switch
        {
            PlatformAnswer.Accepted { Body: var body } => new TemplateListing.Found(
                [.. (PlatformJson.Read(body, WeChatJson.Default.TemplateList)?.Templates ?? []).Select(ToTemplate)]),
            var answer => new TemplateListing.Unavailable($"WeChat did not tell its templates: {answer.Summary}."),
        };

    private async Task<PlatformAnswer?> LoadAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync(channel, ListPath, cancellationToken);
        if (answer is not PlatformAnswer.Accepted { Body: var body })
        {
            return answer;
        }

        var appId = channel.RequiredText(WeChatSettings.AppId);
        foreach (var template in PlatformJson.Read(body, WeChatJson.Default.TemplateList)?.Templates ?? [])
        {
            _fields[(appId, template.TemplateId ?? "")] = FieldsOf(template.Content);
        }

        return null;
    }

    private static MessageTemplate ToTemplate(KnownTemplate template) => new(
        template.TemplateId ?? "", Language: null, Field().Replace(template.Content ?? "", "{{$1}}"), FieldsOf(template.Content))
        {
            Title = template.Title,
        };

    private static string[] FieldsOf(string? content) =>
        [.. Field().Matches(content ?? "").Select(field => field.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"\{\{\s*(\w+)\.DATA\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
