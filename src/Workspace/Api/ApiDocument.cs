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
            return Task.CompletedTask;
        });
        document.AddSchemaTransformer((schema, context, _) =>
        {
            DescribeId(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    });

    /// <summary>Ids have a converter of their own, which says nothing of what it writes.</summary>
    private static void DescribeId(OpenApiSchema schema, Type type)
    {
        var id = Nullable.GetUnderlyingType(type) ?? type;
        if (id.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityId<>)))
        {
            schema.Type = id == type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "uuid";
        }
    }
}
