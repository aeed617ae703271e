using Microsoft.Extensions.Options;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Media;

/// <summary>What was written: how much, and how it begins.</summary>
internal sealed record WrittenFile(long Size, byte[] Start);

/// <summary>More bytes came than a file may have.</summary>
internal sealed class FileTooLargeException(long most)
    : Exception(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The file is larger than {most / (1024 * 1024)} MB, which is the most kept here."));

/// <summary>
/// The bytes of all files, in <c>{Data}/media</c>. A file is named by our id alone, and spread over folders by the id's last byte, which
/// is random while its first ones are a time. It has its name only when it is whole.
/// </summary>
internal sealed class MediaFolder
{
    private const string TemporaryEnding = ".part";
    private const int BufferBytes = 64 * 1024;

    private readonly string _root;
    private readonly long _most;

    public MediaFolder(IOptions<RozmovaOptions> program, IOptions<MediaOptions> media)
    {
        _root = Path.GetFullPath(Path.Combine(program.Value.Data, "media"));
        _most = media.Value.MostBytes;
    }

    /// <summary>Where a file is once it is whole.</summary>
    public string PathOf(MediaId id)
    {
        var name = id.Value.ToString("N");
        return Path.Combine(_root, name[^2..], name);
    }

    /// <summary>Keeps all of <paramref name="content"/>. On any failure nothing is kept.</summary>
    /// <exception cref="FileTooLargeException">It has more bytes than a file may have.</exception>
    public async ValueTask<WrittenFile> WriteAsync(MediaId id, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Path.GetRandomFileName()}{TemporaryEnding}";
        try
        {
            var written = await CopyAsync(content, temporary, cancellationToken);
            File.Move(temporary, path, overwrite: true);
            return written;
        }
        catch
        {
            // Half a file is of no use to anybody.
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Opens a file; null when it is not there.</summary>
    public FileStream? Open(MediaId id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, useAsync: true);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // an ordinary answer: erased meanwhile, or restored without its files
        }
    }

    /// <summary>Takes a file out. It is fine if it is not there.</summary>
    public void Delete(MediaId id)
    {
        var path = PathOf(id);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Takes out what was being written when an earlier run ended. Returns how many.</summary>
    public int RemoveUnfinished()
    {
        Directory.CreateDirectory(_root);
        string[] unfinished = [.. Directory.EnumerateFiles(_root, "*" + TemporaryEnding, SearchOption.AllDirectories)];
        foreach (var path in unfinished)
        {
            File.Delete(path);
        }

        return unfinished.Length;
    }

    private async ValueTask<WrittenFile> CopyAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var buffer = new byte[BufferBytes];
        var start = Array.Empty<byte>();
        var size = 0L;
        int length;
        while ((length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)) > 0)
        {
            if (size == 0)
            {
                start = buffer[..Math.Min(length, FileSignature.Longest)];
            }

            size += length;
            if (size > _most)
            {
                throw new FileTooLargeException(_most);
            }

            await file.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }

        file.Flush(flushToDisk: true); // the row that says it is ready is durable too
        return new WrittenFile(size, start);
    }
}
