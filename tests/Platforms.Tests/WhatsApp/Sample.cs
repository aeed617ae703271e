using System.Text;
using Rozmova.Messaging;
using Rozmova.Platforms.WhatsApp;

namespace Rozmova.Platforms.Tests.WhatsApp;

/// <summary>The requests in the folder Samples, by name, and requests made for one test.</summary>
internal static class Sample
{
    /// <summary>The number that all of them are for.</summary>
    public const string Account = "106540352240001";

    /// <summary>The customer in all of them.</summary>
    public const string Customer = "380501112233";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "WhatsApp", "Samples");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order()!];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.json"));

    public static IReadOnlyList<InboundEvent> Read(string name) => WhatsAppRequest.Open(Bytes(name)).ReadFor(Account);

    /// <summary>The one event the sample is about.</summary>
    public static T Read<T>(string name)
        where T : InboundEvent => Read(name).ShouldHaveSingleItem().ShouldBeOfType<T>();

    /// <summary>A request with these items in the list of this name.</summary>
    public static byte[] Request(string items, string list = "messages") => Change($$$"""
        {"field":"messages","value":{"messaging_product":"whatsapp",
         "metadata":{"display_phone_number":"15550100200","phone_number_id":"{{{Account}}}"},"{{{list}}}":{{{items}}}}}
        """);

    public static byte[] Change(string change) => Encoding.UTF8.GetBytes(
        $$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{{change}}]}]}""");

    public static IReadOnlyList<InboundEvent> ReadItems(string items, string list = "messages") =>
        WhatsAppRequest.Open(Request(items, list)).ReadFor(Account);
}
