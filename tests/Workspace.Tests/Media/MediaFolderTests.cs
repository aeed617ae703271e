using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Testing;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Tests.Media;

public sealed class MediaFolderTests : IDisposable
{
    private static readonly MediaId Id = new(Guid.Parse("01a1fe05-2dbc-7df7-8e71-54b6fa4f6d20"));

    private readonly TemporaryFolder _data = new();
    private readonly MediaFolder _folder;

    public MediaFolderTests() => _folder = new MediaFolder(
        Options.Create(new RozmovaOptions { Data = _data.Path }), Options.Create(new MediaOptions { MostBytes = 200_000 }));

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_file_comes_back_byte_by_byte()
    {
        byte[] content = [.. Enumerable.Range(0, 150_000).Select(number => (byte)number)];

        var written = await _folder.WriteAsync(Id, new MemoryStream(content), CancellationToken.None);

        written.Size.ShouldBe(content.Length);
        written.Start.ShouldBe(content[..64]);
        (await File.ReadAllBytesAsync(_folder.PathOf(Id))).ShouldBe(content);
        Files().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_file_that_is_too_large_leaves_nothing()
    {
        await Should.ThrowAsync<FileTooLargeException>(async () =>
            await _folder.WriteAsync(Id, new MemoryStream(new byte[200_001]), CancellationToken.None));

        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_download_that_breaks_off_leaves_nothing()
    {
        await Should.ThrowAsync<IOException>(async () => await _folder.WriteAsync(Id, new BreakingStream(100_000), CancellationToken.None));

        Files().ShouldBeEmpty();
        _folder.Open(Id).ShouldBeNull();
    }

    [Fact]
    public async Task What_an_earlier_run_left_half_written_goes_and_whole_files_stay()
    {
        await _folder.WriteAsync(Id, new MemoryStream([1]), CancellationToken.None);
        await File.WriteAllBytesAsync(_folder.PathOf(Id) + ".abc.part", [1, 2]);

        _folder.RemoveUnfinished().ShouldBe(1);

        Files().ShouldBe([_folder.PathOf(Id)]);
    }

    [Fact]
    public async Task A_deleted_file_is_gone_and_may_be_deleted_again()
    {
        await _folder.WriteAsync(Id, new MemoryStream([1]), CancellationToken.None);

        _folder.Delete(Id);
        _folder.Delete(Id);

        _folder.Open(Id).ShouldBeNull();
        Files().ShouldBeEmpty();
    }

    private string[] Files() => Directory.GetFiles(_data.Path, "*", SearchOption.AllDirectories);

    /// <summary>Gives some bytes, then fails as a cut connection does.</summary>
    private sealed class BreakingStream(int bytes) : MemoryStream(new byte[bytes])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The connection was cut.");
    }
}
