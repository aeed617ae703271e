using System.Text.Json;
using Microsoft.OpenApi;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Api;

/// <summary>What is put right in the whole document once the generator is done.</summary>
internal static class ApiDocumentShape
{
    private const string ProblemName = "Problem";

    public static void Complete(OpenApiDocument document)
    {
        document.AddComponent(ProblemName, ProblemSchema());
        foreach (var (_, path) in document.Paths)
        {
            path.Operations!.Remove(HttpMethod.Head); // a GET without its body; an operation id stands for one operation
            foreach (var (_, operation) in path.Operations)
            {
                AddProblem(document, operation);
            }
        }

        ((OpenApiSchema)document.Components!.Schemas![nameof(UploadForm)].Properties!["file"]).Format = "binary"; // in a form, not base64
        foreach (var (name, schema) in document.Components.Schemas)
        {
            ForbidNull((OpenApiSchema)schema);
            if (IsRequest(name))
            {
                LetOutWhatMayBeNull((OpenApiSchema)schema);
            }
        }
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457. The code is stable; some codes bring members of their own.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text(),
            ["title"] = Text(),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text(),
            ["code"] = Text(),
            ["field"] = Text(),
        },
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static void AddProblem(OpenApiDocument document, OpenApiOperation operation) =>
        operation.Responses!["default"] = new OpenApiResponse
        {
            Description = "A problem; its code says which.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemName, document) },
            },
        };

    /// <summary>Who refers to a schema says whether null may stand there; the schema is as the first who used it was.</summary>
    private static void ForbidNull(OpenApiSchema schema)
    {
        schema.Type &= ~JsonSchemaType.Null;
        schema.Enum = schema.Enum?.Where(value => value is not null && value.GetValueKind() != JsonValueKind.Null).ToList();
    }

    private static bool IsRequest(string name) =>
        name.EndsWith("Request", StringComparison.Ordinal) || name.StartsWith("New", StringComparison.Ordinal)
        || name is "CredentialsBody" or "SetupBody";

    /// <summary>What may be null in a request may also be absent.</summary>
    private static void LetOutWhatMayBeNull(OpenApiSchema schema) =>
        schema.Required?.ExceptWith([.. schema.Required.Where(name => MayBeNull(schema.Properties![name]))]);

    private static bool MayBeNull(IOpenApiSchema schema) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true || schema.OneOf?.Any(one => one.Type == JsonSchemaType.Null) == true;
}
