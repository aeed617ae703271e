using Rozmova.Messaging;
using Rozmova.Platforms.Telegram;

namespace Rozmova.Platforms.Tests.Telegram;

/// <summary>The updates in the folder Samples, by name.</summary>
internal static class Sample
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Telegram", "Samples");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order()!];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.json"));

    public static IReadOnlyList<InboundEvent> Read(string name) => TelegramInbound.Read(Bytes(name));

    /// <summary>The one event the sample is about.</summary>
    public static T Read<T>(string name)
        where T : InboundEvent => Read(name).ShouldHaveSingleItem().ShouldBeOfType<T>();
}
