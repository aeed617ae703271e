using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Viber;

/// <summary>Who somebody is. Messages say it too, unless the person or the webhook keeps it back.</summary>
internal sealed class ViberProfiles(ViberClient client)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Viber answers twice in twelve hours for one person, so a refusal is not worth another try.</summary>
    public async Task<Profile?> FindAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new GetUserDetailsRequest(chat), ViberWriter.Json.GetUserDetailsRequest);
        return await client.CallAsync(channel, "get_user_details", body, CallTimeout, cancellationToken) switch
        {
            PlatformAnswer.Accepted { Body: var reply } => ToProfile(PlatformJson.Read(reply, ViberJson.Default.Reply)?.User),
            ViberRejection => null,
            var unanswered => throw new HttpRequestException($"Viber could not be asked who this is: {unanswered.Summary}."),
        };
    }

    public static Profile? ToProfile(User? user) => user is null ? null : new Profile
    {
        Name = Unless(user.Name),
        Language = Unless(user.Language),
        AvatarUrl = Unless(user.Avatar),
    };

    private static string? Unless(string? empty) => string.IsNullOrWhiteSpace(empty) ? null : empty;
}
