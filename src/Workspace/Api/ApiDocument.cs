using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Api;

/// <summary>The API's own description, from which the console's types are made.</summary>
internal static class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(document =>
    {
        document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        document.AddDocumentTransformer((description, _, _) =>
        {
            description.Info = new OpenApiInfo { Title = "Rozmova", Version = "1" };
            description.Servers?.Clear(); // whoever asked decides the address, and the document should not differ by it
            ApiDocumentShape.Complete(description);
            return Task.CompletedTask;
        });
        document.AddOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            {
                parameter.Name = char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..];
            }

            return Task.CompletedTask;
        });
        document.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    });

    /// <summary>For a route that reads its body member by member: what the document says of it.</summary>
    public static void DescribeBody<T>(this RouteHandlerBuilder route, string contentType) =>
        route.AddOpenApiOperationTransformer(async (operation, context, cancellationToken) =>
        {
            var schema = await context.GetOrCreateSchemaAsync(typeof(T), null, cancellationToken);
            context.Document!.AddComponent(typeof(T).Name, schema);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [contentType] = new() { Schema = new OpenApiSchemaReference(typeof(T).Name, context.Document) },
                },
            };
        });

    /// <summary>What the generator cannot see: ids and enums have converters of their own, which say nothing of what they write.</summary>
    private static void Describe(OpenApiSchema schema, Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityId<>)))
        {
            schema.Type = TextOr(bare != type);
            schema.Format = "uuid";
        }
        else if (bare.IsEnum)
        {
            schema.Type = TextOr(bare != type);
        }
    }

    private static JsonSchemaType TextOr(bool isNullable) =>
        isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
}
