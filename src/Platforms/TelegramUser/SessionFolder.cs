using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Rozmova.Messaging;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>What is kept for one account: TDLib's encrypted database, files on their way, and the protected key of the database.</summary>
internal sealed class SessionFolder(string root, ChannelId channel, IDataProtectionProvider protection)
{
    private const int KeyBytes = 32;

    private readonly string _root = Path.Combine(root, "telegram-user", channel.ToString());

    public string Database => Path.Combine(_root, "db");

    public string Files => Path.Combine(_root, "files");

    public bool Exists => Directory.Exists(_root);

    private string Outbox => Path.Combine(_root, "outbox");

    private string KeyFile => Path.Combine(_root, "key");

    private IDataProtector Protector => protection.CreateProtector("telegram-user", channel.ToString());

    /// <summary>Makes it ready for a session and gives the database's key. What an earlier run had on its way out is removed.</summary>
    /// <exception cref="CryptographicException">The keys it was protected with are gone.</exception>
    public string Prepare()
    {
        Directory.CreateDirectory(_root);
        Remove(Outbox);
        if (File.Exists(KeyFile))
        {
            return Protector.Unprotect(File.ReadAllText(KeyFile));
        }

        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
        File.WriteAllText(KeyFile, Protector.Protect(key));
        return key;
    }

    /// <summary>A copy of a file to send under the name the customer sees: TDLib reads files by path.</summary>
    public async Task<string> PutAsync(MessageId message, string name, Stream content, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(OutboxOf(message));
        var path = Path.Combine(folder.FullName, SafeName(name));
        await using var file = File.Create(path);
        await content.CopyToAsync(file, cancellationToken);
        return path;
    }

    public void RemoveSent(MessageId message) => Remove(OutboxOf(message));

    public void Delete() => Remove(_root);

    private string OutboxOf(MessageId message) => Path.Combine(Outbox, message.ToString());

    private static string SafeName(string name)
    {
        var bare = string.Concat(name.Select(letter => letter is '/' or '\\' or ':' || char.IsControl(letter) ? '_' : letter)).Trim('.', ' ');
        return bare.Length switch { 0 => "file", > 120 => bare[^120..], _ => bare };
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
