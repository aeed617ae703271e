using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Settings;

/// <summary>
/// How the program was started, as far as an admin's pages need it. The public address is null where none is set, the page of a
/// simulated customer everywhere but in a demo.
/// </summary>
public sealed record SettingsBody(string? PublicUrl, string? SimulatedCustomer);

/// <summary>The settings of the installation over HTTP. They are configuration: read here, changed where the program is started.</summary>
public static class SettingEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapSettings(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/settings", Get).WithName("GetSettings").WithTags("Settings").RequireAuthorization(ApiPolicies.Admin);

    private static Ok<SettingsBody> Get(IOptions<RozmovaOptions> options) => TypedResults.Ok(new SettingsBody(
        options.Value.PublicUrl.Length == 0 ? null : options.Value.PublicUrl.TrimEnd('/'),
        options.Value.SimulatedCustomer.Length == 0 ? null : options.Value.SimulatedCustomer));
}
