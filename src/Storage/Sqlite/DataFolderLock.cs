namespace Rozmova.Storage.Sqlite;

/// <summary>Two processes on one data folder would send everything twice. The message says what to do.</summary>
public sealed class DataFolderInUseException(string folder, Exception inner) : Exception(
    $"Another Rozmova is running on the data folder {Path.GetFullPath(folder)}. Stop it, or give this one a folder of its own with --data.", inner);

/// <summary>Makes a data folder the property of one process. The operating system lets go when the process ends, however it ends.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Takes the folder, or throws <see cref="DataFolderInUseException"/>.</summary>
    public static DataFolderLock Take(string folder)
    {
        try
        {
            return new DataFolderLock(new FileStream(
                Path.Combine(folder, "rozmova.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken)
        {
            throw new DataFolderInUseException(folder, taken);
        }
    }

    public void Dispose() => _file.Dispose();
}
