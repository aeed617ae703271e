using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Rozmova.Workspace.Api;

/// <summary>A page of a list; <paramref name="Next"/> is the cursor of the next, null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>What a caller asks of a list. Text, so that nonsense gets the problem it deserves.</summary>
public readonly record struct PageQuery(string? Limit, string? Cursor)
{
    private const int Most = 200;
    private const int Default = 50;

    /// <summary>How many entries, 1 to 200; more is 200.</summary>
    internal bool TryReadLimit(out int limit, out ProblemHttpResult? problem)
    {
        limit = Default;
        problem = null;
        if (Limit is null)
        {
            return true;
        }

        if (!long.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || asked < 1)
        {
            problem = Problem.Of(
                StatusCodes.Status400BadRequest, "invalid-limit", $"A limit is a number from 1 to {Most}.", ("field", "limit"));
            return false;
        }

        limit = (int)Math.Min(asked, Most);
        return true;
    }

    /// <summary>For lists from the newest id to the oldest: the id the page stands before, and how many entries.</summary>
    internal bool TryReadPlace(string list, out Guid? before, out int limit, out ProblemHttpResult? problem)
    {
        before = null;
        if (!TryReadLimit(out limit, out problem) || !TryReadCursor(list, 1, out var place, out problem))
        {
            return false;
        }

        before = place.Length == 0 ? null : Guid.Parse(place[0]);
        return true;
    }

    /// <summary>The place the cursor names in this list, as its parts; empty without a cursor.</summary>
    internal bool TryReadCursor(string list, int parts, out string[] place, out ProblemHttpResult? problem)
    {
        place = [];
        problem = null;
        if (Cursor is null || (Paging.TryRead(list, Cursor, out place) && place.Length == parts))
        {
            return true;
        }

        problem = Problem.Of(StatusCodes.Status400BadRequest, "invalid-cursor",
            "This cursor is not of this list. Begin again without one.", ("field", "cursor"));
        return false;
    }
}

/// <summary>
/// Cursors: opaque, safe in addresses, and bound to their list. The binding is a checksum over the place and the list with its
/// filter: it finds mistakes, it hides nothing.
/// </summary>
internal static class Paging
{
    private const int CheckBytes = 8;

    public static string Write(string list, params ReadOnlySpan<string> place)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('.', place));
        return Base64Url.EncodeToString([.. Check(list, bytes), .. bytes]);
    }

    public static bool TryRead(string list, string cursor, out string[] place)
    {
        place = [];
        if (!Base64Url.IsValid(cursor) || Base64Url.DecodeFromChars(cursor) is not { Length: > CheckBytes } all)
        {
            return false;
        }

        var bytes = all.AsSpan(CheckBytes);
        if (!Check(list, bytes).SequenceEqual(all.AsSpan(0, CheckBytes)))
        {
            return false;
        }

        place = Encoding.UTF8.GetString(bytes).Split('.');
        return true;
    }

    private static Span<byte> Check(string list, ReadOnlySpan<byte> place) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(list), 0, .. place]).AsSpan(0, CheckBytes);
}
