namespace Rozmova.Platforms.TelegramUser;

/// <summary>The JSON interface of TDLib (page "td_json_client.h" of its documentation): requests in, answers and updates out. The demo and tests put another one in its place.</summary>
public interface ITdJson
{
    /// <summary>Why it cannot be used and what to install, as a sentence; null when it can.</summary>
    string? Missing { get; }

    /// <summary>A new client. It does nothing before its first request.</summary>
    int CreateClient();

    /// <summary>Hands a request over and returns at once.</summary>
    void Send(int client, string request);

    /// <summary>The next answer or update of any client; null when there was none for so long. Never called twice at once.</summary>
    string? Receive(TimeSpan patience);

    /// <summary>Makes one of the few calls that need no client.</summary>
    string? Execute(string request);
}
