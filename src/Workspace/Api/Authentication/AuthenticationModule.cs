using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rozmova.Workspace.Operators;

namespace Rozmova.Workspace.Api.Authentication;

/// <summary>Keys, sessions and what roles may do.</summary>
internal static class AuthenticationModule
{
    private static readonly TimeSpan SessionLength = TimeSpan.FromDays(14);

    public static IServiceCollection AddApiAuthentication(this IServiceCollection services)
    {
        services.AddScoped<SessionEvents>();
        services.AddAuthentication(Schemes.Any)
            .AddPolicyScheme(Schemes.Any, null, policy => policy.ForwardDefaultSelector =
                context => ApiKeyHandler.KeyOf(context.Request) is null ? Schemes.Session : Schemes.ApiKey)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(Schemes.ApiKey, null)
            .AddCookie(Schemes.Session, UseStrictCookie);
        services.AddAuthorizationBuilder()
            .AddPolicy(ApiPolicies.Operator, policy => policy.RequireRole(nameof(OperatorRole.Admin), nameof(OperatorRole.Operator)))
            .AddPolicy(ApiPolicies.Admin, policy => policy.RequireRole(nameof(OperatorRole.Admin)));
        services.AddDataProtection().SetApplicationName("Rozmova");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<RozmovaOptions>, ILoggerFactory>(KeepKeysInData);
        return services;
    }

    private static void UseStrictCookie(CookieAuthenticationOptions session)
    {
        session.Cookie.Name = "rozmova";
        session.Cookie.HttpOnly = true;
        session.Cookie.SameSite = SameSiteMode.Strict;
        session.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        session.ExpireTimeSpan = SessionLength;
        session.SlidingExpiration = true;
        session.EventsType = typeof(SessionEvents);
    }

    private static void KeepKeysInData(KeyManagementOptions keys, IOptions<RozmovaOptions> options, ILoggerFactory loggers) =>
        keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(Path.Combine(options.Value.Data, "keys")), loggers);
}
