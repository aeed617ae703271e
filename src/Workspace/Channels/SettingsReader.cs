using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Channels;

/// <summary>What came of reading settings: all of them in their stored shape, or what is wrong.</summary>
internal readonly record struct SettingsResult(JsonObject Settings, ProblemHttpResult? Problem)
{
    public static SettingsResult Refused(ProblemHttpResult problem) => new([], problem);
}

/// <summary>
/// Lays the settings a client gives over those that are stored. What is absent or masked stays, <c>null</c> and an empty text
/// remove, anything else must fit what the platform says of it.
/// </summary>
internal sealed class SettingsReader(ChannelSettings settings, AddressPolicy addresses)
{
    public async ValueTask<SettingsResult> MergeAsync(
        IReadOnlyList<SettingField> fields, Guid owner, JsonObject stored, JsonObject given, CancellationToken cancellationToken)
    {
        var merged = stored.DeepClone().AsObject();
        foreach (var (name, value) in SettingGroups.Flatten(fields, given))
        {
            if (fields.FirstOrDefault(field => field.Name == name) is not { } field)
            {
                return SettingsResult.Refused(Problem.Invalid(Field(name), "There is no such setting here."));
            }

            if (value is null || IsEmpty(value))
            {
                merged.Remove(name);
            }
            else if (await PutAsync(merged, field, owner, value, cancellationToken) is { } problem)
            {
                return SettingsResult.Refused(problem);
            }
        }

        return fields.FirstOrDefault(field => field is { Required: true, Default: null } && !merged.ContainsKey(field.Name)) is { } missing
            ? SettingsResult.Refused(Problem.Invalid(Field(missing.Name), "This setting is required."))
            : new SettingsResult(merged, null);
    }

    private async ValueTask<ProblemHttpResult?> PutAsync(
        JsonObject merged, SettingField field, Guid owner, JsonNode given, CancellationToken cancellationToken)
    {
        if (field.Kind == SettingKind.Secret && IsText(given, ChannelSettings.Masked))
        {
            return null;
        }

        var (value, mistake) = SettingValue.Read(field, given);
        if (mistake is not null)
        {
            return Problem.Invalid(Field(field.Name), mistake);
        }

        if (field.Kind == SettingKind.Url)
        {
            var check = await addresses.CheckAsync(new Uri(value!.GetValue<string>()), cancellationToken);
            if (!check.Allowed)
            {
                return Problem.Of(StatusCodes.Status400BadRequest, "address-not-allowed", check.Reason!, ("field", Field(field.Name)));
            }
        }

        merged[field.Name] = field.Kind == SettingKind.Secret ? settings.Encrypt(owner, value!.GetValue<string>()) : value;
        return null;
    }

    private static string Field(string name) => $"settings.{name}";

    private static bool IsEmpty(JsonNode value) => IsText(value, "");

    private static bool IsText(JsonNode value, string text) =>
        value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == text;
}
