using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>The settings of a channel or a desk between store, platform and API: secrets are encrypted in the first and masked in the last.</summary>
internal sealed class ChannelSettings(IDataProtectionProvider protection)
{
    /// <summary>Stands for a secret that is set.</summary>
    public const string Masked = "••••";

    /// <summary>As the API shows them.</summary>
    public static JsonObject Mask(JsonObject stored, IReadOnlyList<SettingField>? fields)
    {
        // Of a platform that is gone nobody can say which settings are secret.
        var secrets = fields?.Where(field => field.Kind == SettingKind.Secret).Select(field => field.Name).ToHashSet();
        var shown = new JsonObject();
        foreach (var (name, value) in stored)
        {
            SettingGroups.Put(shown, name, secrets is null || secrets.Contains(name) ? Masked : value?.DeepClone());
        }

        return shown;
    }

    /// <summary>A secret as it is stored. Bound to its owner, a channel or a desk: copied to another row it cannot be read.</summary>
    public string Encrypt(Guid owner, string secret) => Protector(owner).Protect(secret);

    /// <summary>As the platform gets them: secrets in clear, defaults in place.</summary>
    /// <exception cref="CryptographicException">The keys they were encrypted with are gone.</exception>
    public FrozenDictionary<string, object> Open(Guid owner, JsonObject stored, IReadOnlyList<SettingField> fields)
    {
        var protector = Protector(owner);
        var opened = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (Value(field, stored[field.Name], protector) is { } value)
            {
                opened[field.Name] = value;
            }
        }

        return opened.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static object? Value(SettingField field, JsonNode? stored, IDataProtector protector) => (field.Kind, stored) switch
    {
        (SettingKind.Number, null) => field.Default is { } number ? SettingValue.Number(number) : null,
        (SettingKind.Flag, null) => field.Default is { } word ? bool.Parse(word) : null,
        (_, null) => field.Default,
        (SettingKind.Number, _) => stored.GetValue<long>(),
        (SettingKind.Flag, _) => stored.GetValue<bool>(),
        (SettingKind.List, _) => stored.AsArray().Select(item => item!.GetValue<string>()).ToArray(),
        (SettingKind.Secret, _) => protector.Unprotect(stored.GetValue<string>()),
        _ => stored.GetValue<string>(),
    };

    private IDataProtector Protector(Guid owner) => protection.CreateProtector("channel", owner.ToString());
}
