using System.Globalization;
using Rozmova.Bench.Clients;

namespace Rozmova.Bench.Writers;

/// <summary>How a platform tells us of a customer's message: the settings of its channel, and the request, signed as it signs.</summary>
internal abstract class MessageWriter
{
    /// <summary>What it is called in a table.</summary>
    public virtual string Name => Platform;

    public abstract string Platform { get; }

    /// <param name="api">Where the platform itself would be called.</param>
    public abstract Dictionary<string, string> Settings(string api);

    /// <summary>A text of its own number from one of the people.</summary>
    public abstract WrittenMessage Write(int number, int person, DateTimeOffset at);

    /// <summary>All of one length; a listener finds the number in it.</summary>
    public static string TextOf(int number) => string.Create(
        CultureInfo.InvariantCulture, $"Добрий день! I would like to ask about my {UpdateRequest.Mark}{number:D9}: when will it be sent?");

    protected static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
