namespace Rozmova.Messaging.Platforms;

/// <summary>A platform that sends texts it approved beforehand, which it takes when nothing else may be sent.</summary>
public interface ITemplatePlatform : IPlatform
{
    /// <summary>Reads the templates an account may send. Called when an operator wants to choose one.</summary>
    ValueTask<TemplateListing> ListTemplatesAsync(ChannelConnection channel, CancellationToken cancellationToken);
}

/// <summary>What asking for templates brought.</summary>
public abstract record TemplateListing
{
    private protected TemplateListing()
    {
    }

    /// <summary>These may be sent, as far as each says so.</summary>
    public sealed record Found(IReadOnlyList<MessageTemplate> Templates) : TemplateListing;

    /// <summary>They cannot be had; a sentence says why and what to do.</summary>
    public sealed record Unavailable(string Detail) : TemplateListing;
}

/// <summary>
/// An approved text. <paramref name="Key"/> and <paramref name="Language"/> name it when it is sent. The text's places stand as
/// <c>{{name}}</c>; <paramref name="Parameters"/> are their names in the order in which they are filled.
/// </summary>
public sealed record MessageTemplate(string Key, string? Language, string Text, IReadOnlyList<string> Parameters)
{
    /// <summary>What people call it; null where that is its key.</summary>
    public string? Title { get; init; }

    /// <summary>The platform's own word for what it is for.</summary>
    public string? Category { get; init; }

    /// <summary>What stands above the text.</summary>
    public string? Header { get; init; }

    /// <summary>What stands below the text.</summary>
    public string? Footer { get; init; }

    /// <summary>The type of content a message has to bring for what stands above the text; null where that is fixed.</summary>
    public string? HeaderNeeds { get; init; }

    /// <summary>The words on the buttons it brings.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>What a message has to bring for each of <see cref="Buttons"/>, or may.</summary>
    public IReadOnlyList<TemplateButtonNeed> ButtonNeeds { get; init; } = [];

    /// <summary>Whether it needs no more than we send: texts for its parameters, something above the text, keys and addresses of buttons.</summary>
    public bool CanSend { get; init; } = true;
}

/// <summary>What a button of a template takes from the message that sends it.</summary>
public enum TemplateButtonNeed
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A key that a press brings back; without one it brings the words on the button.</summary>
    Key = 1,

    /// <summary>The end of the address it opens; it cannot do without.</summary>
    Url = 2,
}
