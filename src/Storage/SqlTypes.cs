using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using Rozmova.Messaging;

namespace Rozmova.Storage;

/// <summary>How ids and times are stored: the same C# types on both engines.</summary>
internal static class SqlTypes
{
    private static readonly Lock Gate = new();
    private static bool _registered;

    /// <summary>Microseconds since 1970 UTC.</summary>
    public static long ToMicros(this DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    /// <summary>The time of <paramref name="micros"/> since 1970 UTC.</summary>
    public static DateTimeOffset FromMicros(long micros) => new(DateTimeOffset.UnixEpoch.Ticks + (micros * 10), TimeSpan.Zero);

    /// <summary>Tells Dapper once per process.</summary>
    public static void Register()
    {
        lock (Gate)
        {
            if (_registered)
            {
                return;
            }

            DefaultTypeMap.MatchNamesWithUnderscores = true;
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
            SqlMapper.RemoveTypeMap(typeof(Guid));
            SqlMapper.RemoveTypeMap(typeof(Guid?));
            SqlMapper.AddTypeHandler(new TimeHandler());
            SqlMapper.AddTypeHandler(new GuidHandler());
            AddId<ChannelId>();
            AddId<ContactId>();
            AddId<ConversationId>();
            AddId<MessageId>();
            AddId<OperatorId>();
            AddId<MediaId>();
            AddId<DeskId>();
            _registered = true;
        }
    }

    private static void AddId<TId>() where TId : struct, IEntityId<TId> => SqlMapper.AddTypeHandler(new IdHandler<TId>());

    private static object ToStored(IDbDataParameter parameter, Guid value) =>
        parameter is SqliteParameter ? value.ToByteArray(bigEndian: true) : value;

    private static Guid ToGuid(object stored) => stored is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)stored;

    private sealed class TimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.ToMicros();
        }

        public override DateTimeOffset Parse(object value) => FromMicros((long)value);
    }

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value) => parameter.Value = ToStored(parameter, value);

        public override Guid Parse(object value) => ToGuid(value);
    }

    private sealed class IdHandler<TId> : SqlMapper.TypeHandler<TId> where TId : struct, IEntityId<TId>
    {
        public override void SetValue(IDbDataParameter parameter, TId value) => parameter.Value = ToStored(parameter, value.Value);

        public override TId Parse(object value) => TId.From(ToGuid(value));
    }
}
