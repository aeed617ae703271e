using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Bench.Bare;

/// <summary>Posts one body again and again, so many at a time: what delivery is without rows, order and outcomes.</summary>
internal static class BareDelivery
{
    public static async Task SendAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var target = new Uri(query["url"].ToString());
        var left = Number("count");
        var body = new byte[Number("size")];
        using var client = new HttpClient(new SocketsHttpHandler());
        await Task.WhenAll(Enumerable.Range(0, Number("concurrency")).Select(_ => LoopAsync()));

        int Number(string name) => int.Parse(query[name].ToString(), CultureInfo.InvariantCulture);

        async Task LoopAsync()
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                using var answer = await client.PostAsync(target, content);
                answer.EnsureSuccessStatusCode();
            }
        }
    }
}
