using Rozmova.Messaging;

namespace Rozmova.Workspace.Contacts;

/// <summary>What a contact gets of one who joins it: what it lacked. Kept, so that exactly this can be taken back. Its JSON is stored.</summary>
public sealed record MergeGift
{
    public string? Name { get; init; }

    public string? Username { get; init; }

    public string? Language { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public MediaId? AvatarId { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Values { get; init; } = new Dictionary<Guid, string>();

    /// <summary>What <paramref name="to"/> lacks and <paramref name="from"/> has.</summary>
    public static MergeGift Of(ContactRow to, ContactRow from)
    {
        var (has, gives) = (to.Contact, from.Contact);
        return new MergeGift
        {
            Name = has.Name is null ? gives.Name : null,
            Username = has.Username is null ? gives.Username : null,
            Language = has.Language is null ? gives.Language : null,
            Phone = has.Phone is null ? gives.Phone : null,
            Email = has.Email is null ? gives.Email : null,
            AvatarId = has.AvatarId is null ? gives.AvatarId : null,
            Labels = [.. from.Labels.Except(to.Labels)],
            Values = from.Values.Where(value => !to.Values.ContainsKey(value.Key)).ToDictionary(),
        };
    }

    /// <summary>The contact with it.</summary>
    public ContactRow AddTo(ContactRow row) => row with
    {
        Contact = row.Contact with
        {
            Name = row.Contact.Name ?? Name,
            Username = row.Contact.Username ?? Username,
            Language = row.Contact.Language ?? Language,
            Phone = row.Contact.Phone ?? Phone,
            Email = row.Contact.Email ?? Email,
            AvatarId = row.Contact.AvatarId ?? AvatarId,
        },
        Labels = [.. row.Labels.Union(Labels).Order(StringComparer.Ordinal)],
        Values = row.Values.Concat(Values).ToDictionary(),
    };

    /// <summary>The contact without it. What was changed since is somebody's own word by now, and stays.</summary>
    public ContactRow TakeFrom(ContactRow row) => row with
    {
        Contact = row.Contact with
        {
            Name = Without(row.Contact.Name, Name),
            Username = Without(row.Contact.Username, Username),
            Language = Without(row.Contact.Language, Language),
            Phone = Without(row.Contact.Phone, Phone),
            Email = Without(row.Contact.Email, Email),
            AvatarId = row.Contact.AvatarId == AvatarId ? null : row.Contact.AvatarId,
        },
        Labels = [.. row.Labels.Except(Labels)],
        Values = row.Values.Where(value => Values.GetValueOrDefault(value.Key) != value.Value).ToDictionary(),
    };

    private static string? Without(string? current, string? given) => current == given ? null : current;
}
