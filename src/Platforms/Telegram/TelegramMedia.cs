using System.Net;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Telegram;

/// <summary>Opens the files customers send: first their path by id, then the bytes as a stream.</summary>
internal sealed class TelegramMedia(TelegramClient client)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    public async Task<RemoteMedia> OpenAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken)
    {
        var path = await FindAsync(channel, file, cancellationToken);
        if (Path.IsPathRooted(path) || path.Contains('\\', StringComparison.Ordinal))
        {
            throw new MediaUnavailableException(
                "The Bot API server in baseUrl runs with --local and keeps its files to itself. Start it without --local.");
        }

        var response = await client.DownloadAsync(channel, path, CallTimeout, cancellationToken);
        var gone = response.StatusCode == HttpStatusCode.NotFound ? "Telegram no longer has this file." : null;
        return await response.ReadFileAsync(gone, cancellationToken);
    }

    private async Task<string> FindAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken)
    {
        var fileId = file.RemoteKey ?? throw new MediaUnavailableException("Telegram gave no handle for this file.");
        var body = PlatformJson.Body(new GetFileRequest(fileId), TelegramJson.Default.GetFileRequest);
        var answer = await client.CallAsync(channel, "getFile", body, CallTimeout, cancellationToken);
        return answer switch
        {
            PlatformAnswer.Accepted { Body: var found } => PathIn(found),
            TelegramRejection rejected when rejected.Says("too big") => throw new MediaUnavailableException(
                "Telegram gives bots no files over 20 MB; ask the customer for a smaller one."),
            TelegramRejection { Code: 400 } rejected when !rejected.Says("temporarily") =>
                throw new MediaUnavailableException("Telegram does not know this file any more."),
            TelegramRejection { Code: var code } => throw new HttpRequestException(
                "Telegram did not say where the file is.", inner: null, (HttpStatusCode)code),
            _ => throw new HttpRequestException("Telegram could not be asked where the file is."),
        };
    }

    private static string PathIn(ReadOnlyMemory<byte> answer) =>
        PlatformJson.Read(answer, TelegramJson.Default.GrantedRemoteFile)?.Result?.FilePath
        ?? throw new MediaUnavailableException("Telegram has no copy of this file to hand out.");
}
