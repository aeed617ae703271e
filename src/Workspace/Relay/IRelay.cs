namespace Rozmova.Workspace.Relay;

/// <summary>
/// What passes through memory only: the words and files of pass-through channels, from when they come until both sides are done with
/// them. Never written anywhere; gone with the process, and after <see cref="RelayOptions.Lifetime"/>.
/// </summary>
public interface IRelay
{
    /// <summary>
    /// Keeps something under a name. False, and nothing kept, while there is no room: then the sender is told to keep it.
    /// <paramref name="bytes"/> is about how much memory it takes. A name that is there already keeps what it has, and is true.
    /// </summary>
    bool TryKeep(string name, object item, long bytes);

    /// <summary>Likewise, in the place of what is there. False leaves what is there.</summary>
    bool TryPut(string name, object item, long bytes);

    /// <summary>What is kept under a name; null when it is not, or is of another type.</summary>
    T? Find<T>(string name) where T : class;

    /// <summary>Lets it go.</summary>
    void Release(string name);

    /// <summary>Lets it go, unless something else has taken its place.</summary>
    void Release(string name, object item);
}
