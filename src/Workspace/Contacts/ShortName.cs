using Rozmova.Messaging;

namespace Rozmova.Workspace.Contacts;

/// <summary>
/// What a person is called whose name is stored nowhere: the end of our own id of them, which is random where its beginning is a time.
/// </summary>
internal static class ShortName
{
    private const int Length = 8;

    public static string Of(ContactId id) => id.Value.ToString("N")[^Length..];
}
