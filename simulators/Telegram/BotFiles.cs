using System.Collections.Concurrent;
using System.Globalization;

namespace Rozmova.Simulators.Telegram;

/// <summary>The files one bot can refer to. An id is good for this bot and for one kind only.</summary>
internal sealed class BotFiles
{
    private readonly ConcurrentDictionary<string, StoredFile> _byId = [];
    private readonly ConcurrentDictionary<string, StoredFile> _byPath = [];
    private int _lastNumber;

    public StoredFile Keep(MediaKind kind, SimulatedFile file)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        var stored = new StoredFile(kind, file, number);
        _byId[stored.FileId] = stored;
        _byPath[stored.FilePath] = stored;
        return stored;
    }

    public StoredFile? FindById(string fileId) => _byId.GetValueOrDefault(fileId);

    public StoredFile? FindByPath(string path) => _byPath.GetValueOrDefault(path);
}

internal sealed record StoredFile(MediaKind Kind, SimulatedFile File, int Number)
{
    public string FileId => string.Create(CultureInfo.InvariantCulture, $"{Prefix}ACAgIAAx{Number:D6}");

    public string UniqueId => string.Create(CultureInfo.InvariantCulture, $"AgAD{Number:D6}");

    public string FilePath =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder}/file_{Number}{Path.GetExtension(File.Name)}");

    public long Size => File.Content.Length;

    private string Prefix => Kind switch
    {
        MediaKind.Photo => "Ag",
        MediaKind.Voice => "Aw",
        MediaKind.Audio => "CQ",
        MediaKind.Video => "BA",
        MediaKind.VideoNote => "DQ",
        MediaKind.Document => "BQ",
        MediaKind.Sticker => "CA",
        _ => "Cg",
    };

    private string Folder => Kind switch
    {
        MediaKind.Photo => "photos",
        MediaKind.Voice => "voice",
        MediaKind.Audio => "music",
        MediaKind.Video => "videos",
        MediaKind.VideoNote => "video_notes",
        MediaKind.Document => "documents",
        MediaKind.Sticker => "stickers",
        _ => "animations",
    };
}
