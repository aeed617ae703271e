using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Orders;

/// <summary>An order as the API shows it. <paramref name="StateText"/> is the status in English, or the platform's own number for it.</summary>
public sealed record OrderBody(
    string Number, string? Goods, decimal? Quantity, decimal? Amount, string? Currency, OrderStatus Status, string? StateText,
    string? SourceShop, DateTimeOffset? PurchasedAt, DateTimeOffset? PaidAt, string? BuyerEmail,
    IReadOnlyList<OrderFactBody> Options, IReadOnlyList<OrderFactBody> Details)
{
    internal static OrderBody Of(Order order) => new(
        order.Number, order.Goods, order.Quantity, order.Amount, order.Currency, order.Status, order.StateText, order.SourceShop,
        order.PurchasedAt, order.PaidAt, order.BuyerEmail, Facts(order.Options), Facts(order.Details));

    private static OrderFactBody[] Facts(IReadOnlyList<OrderFact> facts) => [.. facts.Select(fact => new OrderFactBody(fact.Name, fact.Value))];
}

/// <summary>One thing that is known of an order.</summary>
public sealed record OrderFactBody(string Name, string Value);

/// <summary>The order of a conversation over HTTP.</summary>
public static class OrderEndpoint
{
    /// <summary>Registers what asks for orders.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services) => services.AddSingleton<OrderLookup>();

    /// <summary>Maps it below <c>/api/v1</c>.</summary>
    public static void MapOrders(this IEndpointRouteBuilder api) => api.MapGet("/conversations/{id:guid}/order", Get)
        .WithName("GetConversationOrder").WithTags("Conversations").RequireAuthorization(ApiPolicies.Operator);

    private static async Task<Results<Ok<OrderBody>, ProblemHttpResult>> Get(Guid id, OrderLookup orders, CancellationToken cancellationToken) =>
        await orders.FindAsync(new ConversationId(id), cancellationToken) switch
        {
            OrderAnswer.Found { Order: var order } => TypedResults.Ok(OrderBody.Of(order)),
            OrderAnswer.Unavailable { Detail: var detail } => Problem.Of(StatusCodes.Status502BadGateway, "order-unavailable", detail),
            _ => Problem.NotFound("order"),
        };
}
