using System.Text.Json;
using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>Opens the files people send: TDLib downloads them, we read them from its folder, and then it may forget them.</summary>
internal sealed class TelegramUserMedia(UserSessions sessions)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDownload = TimeSpan.FromMinutes(10);

    public async Task<RemoteMedia> OpenAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken)
    {
        var session = sessions.Find(channel.Id) is { IsReady: true } ready ? ready : throw new IOException("The account is not signed in here.");
        var id = await FindAsync(session.Client, file, cancellationToken);
        var downloaded = Checked(await session.Client.CallAsync(TdRequests.Download(id), LongestDownload, cancellationToken));
        if (downloaded.Inner("local") is not { } local || !local.Flag("is_downloading_completed"))
        {
            throw new IOException("Telegram did not hand out the whole file.");
        }

        return new RemoteMedia(File.OpenRead(local.Text("path")), mimeType: null, downloaded.Number("size"), new Release(session.Client, id));
    }

    private static async Task<long> FindAsync(TdClient client, Attachment file, CancellationToken cancellationToken)
    {
        if (file.RemoteKey?.Split('/') is not [var chat, var message] ||
            !TelegramUserSender.TryNumber(chat, out var chatId) || !TelegramUserSender.TryNumber(message, out var messageId))
        {
            throw new MediaUnavailableException("Telegram gave no handle for this file.");
        }

        var found = Checked(await client.CallAsync(TdRequests.GetMessage(chatId, messageId), CallTimeout, cancellationToken));
        var content = found["content"].Deserialize(TelegramUserJson.Default.JsonElement);
        return TelegramUserContent.FileIn(content) ?? throw new MediaUnavailableException("The message no longer has a file.");
    }

    private static JsonObject Checked(JsonObject answer) => TdError.In(answer) switch
    {
        null => answer,
        { Wait: null, Code: 400 or 404 } => throw new MediaUnavailableException("Telegram no longer has this file, or its message was deleted."),
        var error => throw new IOException($"Telegram did not hand out the file: {error.Quote}."),
    };

    private sealed class Release(TdClient client, long file) : IDisposable
    {
        public void Dispose() => client.Send(TdRequests.DeleteFile(file));
    }
}
