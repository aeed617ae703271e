using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WeChat;

/// <summary>Who a follower is: since the end of 2021 neither name nor picture.</summary>
internal static class FollowerCalls
{
    public static Task<JsonNode?> FindAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var follower = call.Account.FindFollower(call.Query["openid"]) ?? throw new RefusedCallException(40003, "invalid openid");
        return Task.FromResult<JsonNode?>(follower.IsFollowing
            ? new JsonObject
            {
                ["subscribe"] = 1,
                ["openid"] = follower.OpenId,
                ["nickname"] = "",
                ["headimgurl"] = "",
                ["language"] = "zh_CN",
                ["remark"] = follower.Remark,
                ["subscribe_scene"] = "ADD_SCENE_QR_CODE",
            }
            : new JsonObject { ["subscribe"] = 0, ["openid"] = follower.OpenId });
    }
}
