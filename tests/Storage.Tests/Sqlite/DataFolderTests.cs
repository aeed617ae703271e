using Rozmova.Storage.Sqlite;
using Rozmova.Testing;

namespace Rozmova.Storage.Tests.Sqlite;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_data_folder_belongs_to_one_process_and_the_second_is_told_what_to_do()
    {
        await using var first = new SqliteDatabase(_folder.Path, TimeProvider.System);
        await first.MigrateAsync(CancellationToken.None);
        await using var second = new SqliteDatabase(_folder.Path, TimeProvider.System);

        var refusal = await Should.ThrowAsync<DataFolderInUseException>(second.MigrateAsync(CancellationToken.None).AsTask());

        refusal.Message.ShouldContain(_folder.Path);
        refusal.Message.ShouldContain("--data");
    }

    [Fact]
    public async Task A_data_folder_is_free_again_once_its_process_is_done()
    {
        await using (var first = new SqliteDatabase(_folder.Path, TimeProvider.System))
        {
            await first.MigrateAsync(CancellationToken.None);
        }

        await using var second = new SqliteDatabase(_folder.Path, TimeProvider.System);
        (await second.MigrateAsync(CancellationToken.None)).ShouldBeEmpty();
    }
}
