using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>The real library, found at the configured path or in the usual folders when it is first asked for.</summary>
internal sealed partial class NativeTdJson(IOptions<TelegramUserOptions> options) : ITdJson
{
    private const string Library = "tdjson";

    // The process has the library once, however often the program is put together in it.
    private static readonly Lock Loading = new();
    private static nint _handle;

    static NativeTdJson() => NativeLibrary.SetDllImportResolver(
        typeof(NativeTdJson).Assembly, (name, _, _) => name == Library ? _handle : nint.Zero);

    public string? Missing => TryLoad(options.Value.TdLibrary) ? null
        : options.Value.TdLibrary is { Length: > 0 }
            ? "The TDLib library in Rozmova:TdLibrary cannot be loaded. Point it to libtdjson of TDLib 1.8.65 or newer for this system."
            : "Telegram accounts need the TDLib library: install libtdjson 1.8.65 or newer and set Rozmova:TdLibrary to its path.";

    public int CreateClient() => CreateClientId();

    public void Send(int client, string request) => SendTo(client, request);

    public string? Receive(TimeSpan patience) => Copy(ReceiveAny(patience.TotalSeconds));

    public string? Execute(string request) => Copy(ExecuteNow(request));

    private static bool TryLoad(string path)
    {
        lock (Loading)
        {
            if (path.Length > 0)
            {
                return File.Exists(path) && (_handle != nint.Zero || NativeLibrary.TryLoad(path, out _handle));
            }

            return _handle != nint.Zero
                || NativeLibrary.TryLoad(Library, Assembly.GetExecutingAssembly(), searchPath: null, out _handle);
        }
    }

    /// <summary>TDLib's strings live until the next call on the same thread.</summary>
    private static string? Copy(nint text) => Marshal.PtrToStringUTF8(text);

    [LibraryImport(Library, EntryPoint = "td_create_client_id")]
    private static partial int CreateClientId();

    [LibraryImport(Library, EntryPoint = "td_send", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void SendTo(int client, string request);

    [LibraryImport(Library, EntryPoint = "td_receive")]
    private static partial nint ReceiveAny(double seconds);

    [LibraryImport(Library, EntryPoint = "td_execute", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint ExecuteNow(string request);
}
