using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// Who a follower is (page "Get user basic information"). Since the end of 2021 WeChat leaves name and picture empty, so mostly
/// only the remark that somebody of the shop gave them is a name.
/// </summary>
internal sealed class WeChatProfiles(WeChatApi api)
{
    public async Task<Profile?> FindAsync(ChannelConnection channel, string openId, CancellationToken cancellationToken)
    {
        var path = $"/cgi-bin/user/info?openid={Uri.EscapeDataString(openId)}&lang=en";
        var answer = await api.GetAsync(channel, path, cancellationToken);
        return answer switch
        {
            PlatformAnswer.Accepted { Body: var body } => ProfileIn(body),
            WeChatRejection { Code: 40003 or 48001 } => null, // not our follower, or not our right to ask
            _ => throw new HttpRequestException($"WeChat did not say who the follower is: {answer.Summary}."),
        };
    }

    private static Profile? ProfileIn(ReadOnlyMemory<byte> body) =>
        PlatformJson.Read(body, WeChatJson.Default.Follower) is { Subscribe: not 0 } follower
            ? new Profile
            {
                Name = NullIfEmpty(follower.Remark) ?? NullIfEmpty(follower.Nickname),
                Language = NullIfEmpty(follower.Language)?.Replace('_', '-'),
                AvatarUrl = NullIfEmpty(follower.Picture),
            }
            : null;

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
