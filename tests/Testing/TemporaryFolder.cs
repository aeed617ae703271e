namespace Rozmova.Testing;

/// <summary>A folder of the test's own, gone with everything in it when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rozmova-");

    public string Path => _folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }
}
