using System.Globalization;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta;

/// <summary>Meta said no. <paramref name="Status"/> varies for the same error, so ask <paramref name="Error"/> first.</summary>
internal sealed record MetaRejection(int Status, MetaError Error, TimeSpan? RetryAfter = null) : PlatformAnswer
{
    public override string Summary => (Error.Code ?? Status).ToString(CultureInfo.InvariantCulture);
}
