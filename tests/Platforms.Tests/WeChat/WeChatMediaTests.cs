using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Simulators;
using Rozmova.Simulators.WeChat;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>Files that followers send, and who followers are.</summary>
public sealed class WeChatMediaTests : IAsyncLifetime
{
    private static readonly SimulatedFile Picture = new("1.jpg", "image/jpeg", new byte[] { 1, 2, 3 });

    private SimulatedWeChat _house = null!;

    public async Task InitializeAsync() => _house = await SimulatedWeChat.StartAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_picture_comes_as_bytes()
    {
        using var media = await OpenAsync(_house.Account.Media.Keep(Picture));

        media.MimeType.ShouldBe("image/jpeg");
        media.Size.ShouldBe(3);
        (await BytesOf(media)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_film_comes_from_the_address_that_wechat_names()
    {
        using var media = await OpenAsync(_house.Account.Media.Keep(new("1.mp4", "video/mp4", new byte[] { 4, 5 })));

        media.MimeType.ShouldBe("video/mp4");
        (await BytesOf(media)).ShouldBe([4, 5]);
    }

    [Theory]
    [InlineData(40007)]
    [InlineData(48001)]
    public async Task A_refusal_is_never_taken_for_a_picture(int code)
    {
        _house.Simulator.Faults.Add(new Refusal(code, "no") { Method = "/cgi-bin/media/get" });

        await Should.ThrowAsync<MediaUnavailableException>(() => OpenAsync(_house.Account.Media.Keep(Picture)));
    }

    [Fact]
    public async Task After_three_days_there_is_nothing_to_fetch()
    {
        var id = _house.Account.Media.Keep(Picture);
        _house.Account.Media.Clear();

        (await Should.ThrowAsync<MediaUnavailableException>(() => OpenAsync(id))).Message.ShouldContain("three days");
    }

    [Fact]
    public async Task A_refused_token_is_replaced_here_too()
    {
        var id = _house.Account.Media.Keep(Picture);
        using (await OpenAsync(id))
        {
            _house.Account.Tokens.Revoke();
        }

        using var media = await OpenAsync(id);

        (await BytesOf(media)).Length.ShouldBe(3);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(45009)]
    public async Task Passing_trouble_is_tried_again(int code)
    {
        _house.Simulator.Faults.Add(new Refusal(code, "busy") { Method = "/cgi-bin/media/get" });

        await Should.ThrowAsync<HttpRequestException>(() => OpenAsync(_house.Account.Media.Keep(Picture)));
    }

    [Fact]
    public async Task A_film_at_a_private_address_elsewhere_is_not_fetched()
    {
        await using var elsewhere = await Receiver.Start(200, "secret");
        await using var liar = await Receiver.Start(200, $$"""{"access_token":"t","expires_in":7200,"video_url":"{{elsewhere.Address}}"}""",
            ("Content-Type", "application/json"));
        await using var wechat = new WeChatUnderTest(liar.Address);

        await Should.ThrowAsync<MediaUnavailableException>(
            () => wechat.Platform.OpenMediaAsync(wechat.Channel, new Attachment { RemoteKey = "m1" }, CancellationToken.None).AsTask());

        elsewhere.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_without_a_handle_can_never_be_had() =>
        await Should.ThrowAsync<MediaUnavailableException>(() => OpenAsync(null));

    [Fact]
    public async Task A_follower_is_called_what_the_shop_calls_them()
    {
        _house.Follower.Remark = "Olena, size 38";

        var profile = await FindProfileAsync(_house.Follower.OpenId);

        profile!.Name.ShouldBe("Olena, size 38");
        profile.Language.ShouldBe("zh-CN");
        profile.AvatarUrl.ShouldBeNull();
    }

    [Fact]
    public async Task One_without_a_remark_has_no_name() => (await FindProfileAsync(_house.Follower.OpenId))!.Name.ShouldBeNull();

    [Fact]
    public async Task A_stranger_has_no_profile()
    {
        _house.Account.AddFollower("o-gone").Gone();

        (await FindProfileAsync("o-gone")).ShouldBeNull();
        (await FindProfileAsync("o-unknown")).ShouldBeNull();
    }

    [Fact]
    public async Task Passing_trouble_with_a_profile_is_tried_again()
    {
        _house.Simulator.Faults.Add(new Refusal(-1, "busy") { Method = "/cgi-bin/user/info" });

        await Should.ThrowAsync<HttpRequestException>(() => FindProfileAsync(_house.Follower.OpenId));
    }

    private Task<RemoteMedia> OpenAsync(string? id) => _house.WeChat.Platform
        .OpenMediaAsync(_house.WeChat.Channel, new Attachment { RemoteKey = id }, CancellationToken.None).AsTask();

    private Task<Profile?> FindProfileAsync(string openId) =>
        _house.WeChat.Platform.FindProfileAsync(_house.WeChat.Channel, openId, CancellationToken.None).AsTask();

    private static async Task<byte[]> BytesOf(RemoteMedia media)
    {
        using var bytes = new MemoryStream();
        await media.Content.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
