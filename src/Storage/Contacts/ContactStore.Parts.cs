using System.Data.Common;
using Dapper;
using Rozmova.Messaging;
using Rozmova.Workspace.Contacts;

namespace Rozmova.Storage.Contacts;

/// <summary>What belongs to contacts, read for a page of them at once.</summary>
internal sealed partial class ContactStore
{
    private readonly string _identities = $"""
        SELECT i.channel_id, i.chat, i.contact_id, i.name, i.username, i.blocked, coalesce(ch.platform, '') AS platform
        FROM identity i LEFT JOIN channel ch ON ch.id = i.channel_id
        WHERE {database.AmongIds("i.contact_id", "@ids")}
        ORDER BY i.created_at, i.channel_id, i.chat
        """;

    private readonly string _labels = $"""
        SELECT contact_id, label FROM contact_label WHERE {database.AmongIds("contact_id", "@ids")} ORDER BY label
        """;

    private readonly string _values = $"""
        SELECT contact_id, field_id, value FROM contact_value WHERE {database.AmongIds("contact_id", "@ids")}
        """;

    private readonly string _merged = $"""
        SELECT merged_into AS contact_id, id, name, merged_at FROM contact WHERE {database.AmongIds("merged_into", "@ids")} ORDER BY merged_at, id
        """;

    private async ValueTask<IReadOnlyList<ContactRow>> JoinAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<Contact> contacts, CancellationToken cancellationToken)
    {
        if (contacts.Count == 0)
        {
            return [];
        }

        var parameters = Ids(contacts.Select(contact => contact.Id.Value));
        async Task<ILookup<ContactId, T>> ReadAsync<T>(string sql) where T : PartRecord =>
            (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken)))
                .ToLookup(part => part.ContactId);

        var identities = await ReadAsync<IdentityRecord>(_identities);
        var labels = await ReadAsync<LabelRecord>(_labels);
        var values = await ReadAsync<ValueRecord>(_values);
        var merged = await ReadAsync<MergedRecord>(_merged);
        return
        [
            .. contacts.Select(contact => new ContactRow(contact, [.. identities[contact.Id].Select(identity => identity.ToIdentity())])
            {
                Labels = [.. labels[contact.Id].Select(label => label.Label)],
                Values = values[contact.Id].ToDictionary(value => value.FieldId, value => value.Value),
                Merged = [.. merged[contact.Id].Select(other => new MergedContact(other.Id, other.Name, other.MergedAt))],
            }),
        ];
    }

    private abstract class PartRecord
    {
        public ContactId ContactId { get; init; }
    }

    private sealed class IdentityRecord : PartRecord
    {
        public ChannelId ChannelId { get; init; }

        public string Chat { get; init; } = "";

        public string? Name { get; init; }

        public string? Username { get; init; }

        public bool Blocked { get; init; }

        public string Platform { get; init; } = "";

        public Identity ToIdentity() => new(ChannelId, Chat, ContactId, Name, Username, Blocked) { Platform = Platform };
    }

    private sealed class LabelRecord : PartRecord
    {
        public string Label { get; init; } = "";
    }

    private sealed class ValueRecord : PartRecord
    {
        public Guid FieldId { get; init; }

        public string Value { get; init; } = "";
    }

    private sealed class MergedRecord : PartRecord
    {
        public ContactId Id { get; init; }

        public string? Name { get; init; }

        public DateTimeOffset MergedAt { get; init; }
    }
}
