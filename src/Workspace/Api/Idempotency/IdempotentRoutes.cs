using Microsoft.AspNetCore.Builder;

namespace Rozmova.Workspace.Api.Idempotency;

/// <summary>Marks a route whose POSTs may carry an <c>Idempotency-Key</c>.</summary>
internal sealed class IdempotentRoute;

/// <summary>How a route asks for it.</summary>
public static class IdempotentRoutes
{
    /// <summary>Repeats the first answer to a request that comes again with the same <c>Idempotency-Key</c>.</summary>
    public static RouteHandlerBuilder WithIdempotency(this RouteHandlerBuilder route) => route.WithMetadata(new IdempotentRoute());
}
