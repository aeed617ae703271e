using Rozmova.Bench.Clients;

namespace Rozmova.Bench.Servers;

/// <summary>The program and its bare limit, both running all the time over the same kind of store; one rests while the other works.</summary>
internal sealed class Rivals : IAsyncDisposable
{
    private readonly Store _store;

    private Rivals(Store store, ProductServer product, BareServer bare, WebhookTarget webhook)
    {
        _store = store;
        Product = product;
        Bare = bare;
        Webhook = webhook;
    }

    public ProductServer Product { get; }

    public BareServer Bare { get; }

    /// <summary>Where the program takes Telegram's updates.</summary>
    public WebhookTarget Webhook { get; }

    /// <param name="store"><see cref="Store.Sqlite"/> or <see cref="Store.Postgres"/>.</param>
    public static async Task<Rivals> StartAsync(string store, CancellationToken cancellationToken)
    {
        var opened = await Store.OpenAsync(store);
        var bare = await BareServer.StartAsync(await opened.CreateDatabaseAsync(cancellationToken), cancellationToken);
        var product = await ProductServer.StartAsync(await opened.CreateDatabaseAsync(cancellationToken), cancellationToken);
        return new Rivals(opened, product, bare, await product.AddTelegramAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Bare.DisposeAsync();
        await _store.DisposeAsync();
    }
}
