using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Workspace.Api.Authentication;
using Rozmova.Workspace.Api.Idempotency;

namespace Rozmova.Workspace.Api;

/// <summary>What all of the HTTP API shares: JSON, problems, who is calling, idempotency, its document.</summary>
public static class ApiModule
{
    private const long MostBytesOfJson = 1024 * 1024;

    /// <summary>Registers it.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(UseApiJson);
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context => context.ProblemDetails.Type = "about:blank");
        services.AddExceptionHandler<ApiErrors>();
        services.AddApiAuthentication();
        services.AddApiDocument();
        return services;
    }

    /// <summary>Adds what every request passes, in this order, before the endpoints.</summary>
    public static void UseApi(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(async context =>
            await StatusProblem.Of(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<SameOrigin>();
        app.UseAuthorization();
        app.UseMiddleware<IdempotencyMiddleware>();
    }

    /// <summary>Health, and the group all endpoints of version 1 belong to.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapHealth();
        routes.MapOpenApi();
        return routes.MapGroup("/api/v1").WithMetadata(new RequestSizeLimitAttribute(MostBytesOfJson));
    }

    private static void UseApiJson(Microsoft.AspNetCore.Http.Json.JsonOptions json)
    {
        var options = json.SerializerOptions;
        options.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        options.TypeInfoResolverChain.Remove(options.TypeInfoResolverChain.OfType<DefaultJsonTypeInfoResolver>().Single()); // no reflection
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        foreach (var converter in ApiJson.Default.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }
}
