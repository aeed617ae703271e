using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Rozmova.Messaging;
using Rozmova.Testing;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Conversations;

/// <summary>Who somebody is, where messages carry only an id.</summary>
public sealed class ProfileTests
{
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_person_gets_their_name_after_their_first_message(Engine engine)
    {
        await using var house = await PageHouse.StartAsync(new PagePlatform(), new RozmovaSetup { Database = await engine.CreateAsync() });
        house.Platform.Profiles = _ => new Profile { Name = "Olena", Username = "olena_k", Language = "uk", Phone = "+380" };

        await GreetAsync(house);

        await house.Inbox.ConversationOfAsync("Olena");
        var contact = await ContactAsync(house);
        contact.Text("name").ShouldBe("Olena");
        contact.Text("language").ShouldBe("uk");
        contact.Text("phone").ShouldBe("+380");
        contact["identities"]![0]!.Text("username").ShouldBe("olena_k");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_a_first_message_tells_of_its_writer_is_kept_and_their_picture_fetched(Engine engine)
    {
        await using var pictures = await StartPicturesAsync();
        await using var house = await PageHouse.StartAsync(new PagePlatform(), new RozmovaSetup { Database = await engine.CreateAsync() });
        var page = await house.ConnectAsync();
        (await house.Server.Client.PatchAsJsonAsync(
            $"/api/v1/channels/{page.Channel.Text("id")}", new { settings = new { baseUrl = pictures.Urls.First() } })).EnsureSuccessStatusCode();
        var olena = new Profile { Name = "Olena", Username = "olena_k", Language = "uk", Phone = "+380", AvatarUrl = $"{pictures.Urls.First()}/olena.png" };

        await page.PushAsync(PageEvents.Introduced("olena", "m1", olena));

        await house.Inbox.ConversationOfAsync("Olena");
        var contact = await ContactAsync(house);
        contact.Text("language").ShouldBe("uk");
        contact.Text("phone").ShouldBe("+380");
        contact["identities"]![0]!.Text("username").ShouldBe("olena_k");
        await Eventually.Is("the picture is there", async () => (await ContactAsync(house))["avatarUrl"] is not null, CancellationToken.None);
        (await house.Inbox.GetAsync("/api/v1/contacts?q=olena_k"))["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lookup_that_fails_is_tried_again()
    {
        await using var house = await PageHouse.StartAsync();
        var tries = 0;
        house.Platform.Profiles = _ => ++tries == 1 ? throw new HttpRequestException("Not now.") : new Profile { Name = "Olena" };

        await GreetAsync(house);

        await house.Inbox.ConversationOfAsync("Olena");
    }

    [Fact]
    public async Task A_name_an_operator_gave_stays()
    {
        await using var house = await PageHouse.StartAsync();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        house.Platform.Profiles = _ =>
        {
            told.Task.GetAwaiter().GetResult();
            return new Profile { Name = "Olena", Language = "uk" };
        };
        await GreetAsync(house);
        await house.ConversationAsync();
        var id = (await ContactAsync(house)).Text("id");
        (await house.Server.Client.PatchAsJsonAsync($"/api/v1/contacts/{id}", new { name = "Mrs Koval" })).EnsureSuccessStatusCode();

        told.SetResult();

        await Eventually.Is("the language is known", async () => (await ContactAsync(house)).Text("language") == "uk", CancellationToken.None);
        (await ContactAsync(house)).Text("name").ShouldBe("Mrs Koval");
    }

    [Fact]
    public async Task A_picture_is_fetched_from_the_channels_own_host_and_from_no_other_private_one()
    {
        await using var pictures = await StartPicturesAsync();
        await using var house = await PageHouse.StartAsync();
        house.Platform.Profiles = chat => new Profile { Name = chat, AvatarUrl = new Uri(new Uri(pictures.Urls.First()), "/olena.png").ToString() };
        var page = await house.ConnectAsync();
        await page.PushAsync(PageEvents.Text("stranger", "m1", "Good day"));
        await house.Inbox.ConversationOfAsync("stranger");
        (await house.Server.Client.PatchAsJsonAsync(
            $"/api/v1/channels/{page.Channel.Text("id")}", new { settings = new { baseUrl = pictures.Urls.First() } })).EnsureSuccessStatusCode();

        await page.PushAsync(PageEvents.Text("olena", "m2", "Good day"));

        var conversation = await house.Inbox.ConversationAsync(await house.Inbox.ConversationOfAsync("olena"));
        var picture = await house.Server.Client.GetAsync(conversation["contact"]!.Text("avatarUrl"));
        picture.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await picture.Content.ReadAsByteArrayAsync()).ShouldBe(Picture);
        var all = await house.Inbox.ConversationsAsync();
        all.Single(item => item["contact"]!.Text("name") == "stranger")["contact"]!["avatarUrl"].ShouldBeNull();
    }

    private static async Task GreetAsync(PageHouse house)
    {
        var page = await house.ConnectAsync();
        await page.PushAsync(PageEvents.Text("olena", "m1", "Good day"));
    }

    private static async Task<JsonNode> ContactAsync(PageHouse house) => (await house.Inbox.GetAsync("/api/v1/contacts"))["items"]![0]!;

    private static async Task<WebApplication> StartPicturesAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "image/png";
            return context.Response.Body.WriteAsync(Picture).AsTask();
        });
        await app.StartAsync();
        return app;
    }
}
