using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>
/// Who somebody is ("Messenger Platform", User Profile API): known of people who wrote first, and not of all of them.
/// </summary>
internal sealed class DirectPeople(MetaClient client)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    public async Task<Profile?> FindAsync(
        DirectDialect dialect, ChannelConnection channel, string chat, CancellationToken cancellationToken)
    {
        var address = dialect.Address(channel, $"{Uri.EscapeDataString(chat)}?fields={dialect.PersonFields}");
        var answer = await client.CallAsync(
            HttpMethod.Get, address, dialect.TokenOf(channel), content: null, CallTimeout, cancellationToken);
        return answer switch
        {
            PlatformAnswer.Accepted { Body: var body } => ProfileOf(PlatformJson.Read(body, DirectJson.Default.PersonAnswer)),
            MetaRejection { Error.Code: 10 or 100 or 200 or 230 } => null, // no consent, no permission, no such person
            _ => throw new HttpRequestException($"Meta did not say who it is: {answer.Summary}."),
        };
    }

    private static Profile? ProfileOf(PersonAnswer? person)
    {
        var name = person?.Name ?? $"{person?.FirstName} {person?.LastName}".Trim();
        return name.Length == 0 && person?.Username is null
            ? null
            : new Profile { Name = name.Length == 0 ? null : name, Username = person?.Username, AvatarUrl = person?.ProfilePic };
    }
}
