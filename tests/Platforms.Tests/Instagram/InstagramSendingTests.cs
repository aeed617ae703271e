using Rozmova.Messaging;
using Rozmova.Platforms.Tests.Meta.Direct;
using Rozmova.Simulators;

namespace Rozmova.Platforms.Tests.Instagram;

/// <summary>What arrives at a customer of a professional account, where that differs from Messenger.</summary>
public sealed class InstagramSendingTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = [.. "%PDF-1.4\n"u8];
    private static readonly Attachment PriceList = new() { MimeType = "application/pdf", FileName = "price list.pdf", Size = Pdf.Length };

    private DirectUnderTest _instagram = null!;

    public async Task InitializeAsync()
    {
        _instagram = await DirectUnderTest.InstagramAsync();
        _instagram.Customer.SendText("Do you have size M?");
    }

    public async Task DisposeAsync() => await _instagram.DisposeAsync();

    [Fact]
    public async Task A_text_goes_out_bare_in_the_name_of_the_tokens_owner()
    {
        var arrived = await _instagram.ArrivedAsync(
            new MessageContent.Text("Так"), message => message with { ReplyTo = new PlatformMessageId("aWdf0001") });

        arrived.Text.ShouldBe("Так");
        arrived.ReplyTo.ShouldBeNull();
        arrived.Json.ContainsKey("metadata").ShouldBeFalse();
        _instagram.Simulator.Calls.All[^1].Path.ShouldBe("/v25.0/me/messages");
    }

    [Fact]
    public async Task A_file_is_uploaded_first_and_sent_by_its_id()
    {
        var arrived = await _instagram.ArrivedAsync(new MessageContent.Media(MediaKind.File, PriceList, null), WithFile);

        arrived.File!.Content.ToArray().ShouldBe(Pdf);
        var upload = _instagram.Simulator.Calls.Of("message_attachments").ShouldHaveSingleItem();
        ((string?)upload.Body["platform"]).ShouldBe("instagram");
    }

    [Fact]
    public async Task A_file_with_a_public_address_is_fetched_from_us()
    {
        await using var shelf = await DirectUnderTest.InstagramAsync();
        var address = new Uri((string)shelf.Customer.SendFiles("file", new SimulatedFile("a.pdf", "application/pdf", Pdf))
            .Json["attachments"]![0]!["payload"]!["url"]!);

        var arrived = await _instagram.ArrivedAsync(
            new MessageContent.Media(MediaKind.File, PriceList, null), message => message with { FileUrl = address });

        arrived.File!.Content.ToArray().ShouldBe(Pdf);
        _instagram.Simulator.Calls.Of("message_attachments").ShouldBeEmpty();
    }

    [Fact]
    public async Task With_Instagram_Login_a_file_needs_a_public_address()
    {
        await using var instagram = await DirectUnderTest.InstagramAsync("IGAAtoken");
        instagram.Customer.SendText("Hi");

        var error = await instagram.RefusedAsync(new MessageContent.Media(MediaKind.File, PriceList, null), WithFile);

        error.Code.ShouldBe(SendErrors.FileRefused);
        error.Detail.ShouldContain("PublicUrl");
    }

    [Fact]
    public async Task Of_files_only_PDF_is_taken()
    {
        var archive = new Attachment { MimeType = "application/zip", FileName = "a.zip" };

        (await _instagram.RefusedAsync(new MessageContent.Media(MediaKind.File, archive, null), WithFile)).Code.ShouldBe(SendErrors.NotSupported);
    }

    [Fact]
    public async Task A_person_answers_after_a_day_under_the_human_agent_tag()
    {
        _instagram.Clock.Advance(TimeSpan.FromDays(6));

        (await _instagram.ArrivedAsync(new MessageContent.Text("Sorry for the delay"))).Tag.ShouldBe("HUMAN_AGENT");
    }

    [Fact]
    public async Task After_a_week_Instagram_closes_the_window()
    {
        _instagram.Clock.Advance(TimeSpan.FromDays(7));

        (await _instagram.RefusedAsync(new MessageContent.Text("Sorry"))).Code.ShouldBe(SendErrors.WindowClosed);
    }

    [Fact]
    public async Task An_upload_that_fails_has_sent_nothing()
    {
        _instagram.Account.Token = "EAAother";
        var channel = _instagram.ChannelWith(new() { ["accessToken"] = "EAAold" });
        var message = WithFile(new OutboundMessage
        {
            Id = new MessageId(Guid.Empty),
            ConversationId = new ConversationId(Guid.Empty),
            Chat = _instagram.Customer.Id,
            Content = new MessageContent.Media(MediaKind.File, PriceList, null),
            CreatedAt = _instagram.Clock.GetUtcNow(),
        });

        (await _instagram.Platform.SendAsync(channel, message, CancellationToken.None)).ShouldBeOfType<SendOutcome.ChannelRejected>();
        _instagram.Customer.Received.ShouldBeEmpty();
    }

    private static OutboundMessage WithFile(OutboundMessage message) =>
        message with { OpenFile = _ => ValueTask.FromResult<Stream>(new MemoryStream(Pdf)) };
}
