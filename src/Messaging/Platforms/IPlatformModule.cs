using Microsoft.Extensions.DependencyInjection;

namespace Rozmova.Messaging.Platforms;

/// <summary>
/// How an assembly in a <c>plugins</c> folder brings a platform: a public class with this interface and a constructor without parameters.
/// Found and called once, at start.
/// </summary>
public interface IPlatformModule
{
    /// <summary>Registers the <see cref="IPlatform"/> as a singleton, with all it needs.</summary>
    void Add(IServiceCollection services);
}
