using Rozmova.Messaging.Platforms;

namespace Rozmova.Testing.Conformance;

/// <summary>One thing every platform must do. <paramref name="Excuse"/> says why a platform cannot have it; null when it can.</summary>
public sealed record ConformanceCase(string Name, Func<Participant, string?> Excuse, Func<Stage, Task> Play)
{
    public override string ToString() => Name;
}

/// <summary>A platform of the program with what plays its other side.</summary>
public sealed record Participant(IPlatform Platform, PlatformUnderTest Side)
{
    public PlatformCapabilities Capabilities => Platform.Capabilities;

    public string? UnlessCan(string act) => Side.Acts.Contains(act) ? null : $"its customers have no {act}";

    public string? UnlessDeclares(string name) => Capabilities.Has(name) ? null : $"does not declare {name}";

    public string? UnlessIs<TAbility>() => Platform is TAbility ? null : $"is no {typeof(TAbility).Name}";

    public string? UnlessHasWebhooks() => this switch
    {
        { Platform: IServingPlatform } => "serves its customers itself, so nothing comes to its webhook",
        { Side.Credential: null } => "is asked for news and never calls",
        _ => UnlessIs<IWebhookPlatform>(),
    };

    public string? UnlessTells(Trouble trouble) => Side.Troubles.Contains(trouble) ? null : $"does not tell apart: {trouble}";
}
