using Microsoft.AspNetCore.Http;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.WebChat;

namespace Rozmova.Platforms.Tests.WebChat;

public sealed class AllowedOriginsTests
{
    [Theory]
    [InlineData("https://shop.example", "https://shop.example", true)]
    [InlineData("https://shop.example/", "https://shop.example", true)]
    [InlineData("https://SHOP.example", "https://shop.example", true)]
    [InlineData("https://shop.example", "https://shop.example:8443", false)]
    [InlineData("https://shop.example", "http://shop.example", false)]
    [InlineData("https://shop.example", "https://www.shop.example", false)]
    [InlineData("https://*.shop.example", "https://www.shop.example", true)]
    [InlineData("https://*.shop.example", "https://a.b.shop.example", true)]
    [InlineData("https://*.shop.example", "https://shop.example", false)]
    [InlineData("https://*.shop.example", "https://.shop.example", false)]
    [InlineData("https://*.shop.example", "https://evilshop.example", false)]
    [InlineData("https://*.shop.example", "http://www.shop.example", false)]
    [InlineData("https://*.shop.example", "https://www.shop.example.evil.example", false)]
    [InlineData("*", "https://anywhere.example", true)]
    public void An_entry_admits_the_pages_it_names(string entry, string origin, bool admitted) =>
        AllowedOrigins.Admit(WebChatChannel.With(("allowedOrigins", new[] { entry })), Request("POST", origin)).ShouldBe(admitted);

    [Theory]
    [InlineData("GET", true)]
    [InlineData("POST", false)]
    public void A_request_that_names_no_page_may_only_read(string method, bool admitted) =>
        AllowedOrigins.Admit(WebChatChannel.With(("allowedOrigins", new[] { "*" })), Request(method, null)).ShouldBe(admitted);

    [Theory]
    [InlineData("shop.example")]
    [InlineData("https://shop.example/page")]
    [InlineData("https://shop.*")]
    [InlineData("https://*shop.example")]
    [InlineData("ftp://shop.example")]
    [InlineData("")]
    public void What_is_no_origin_is_told_as_the_channels_fault(string entry)
    {
        ChannelConnection channel = WebChatChannel.With(("allowedOrigins", new[] { entry }));

        WebChatSettings.MistakeIn(channel).ShouldNotBeNull().ShouldContain("allowedOrigins");
    }

    private static HttpRequest Request(string method, string? origin)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Scheme = "https";
        context.Request.Host = new HostString("chat.example");
        if (origin is not null)
        {
            context.Request.Headers.Origin = origin;
        }

        return context.Request;
    }
}
