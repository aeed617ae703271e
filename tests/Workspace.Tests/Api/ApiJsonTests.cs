using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Tests.Api;

/// <summary>
/// The API's JSON is written ahead, type by type. A request's body without its line stops the program at start, an answer without one is a
/// 500 when it is given: here both are named before anything starts.
/// </summary>
public sealed class ApiJsonTests
{
    private const BindingFlags Any =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Fact]
    public void Each_body_that_an_endpoint_takes_has_its_line() =>
        MissingLines(handler => handler.GetParameters().Where(IsBody).Select(parameter => parameter.ParameterType)).ShouldBeEmpty();

    [Fact]
    public void Each_answer_that_an_endpoint_gives_has_its_line() =>
        MissingLines(handler => AnswersOf(ResultOf(handler))).ShouldBeEmpty();

    [Fact]
    public void Most_endpoints_are_looked_at()
    {
        Handlers().Count(handler => handler.GetParameters().Any(IsBody)).ShouldBeGreaterThan(30);
        Handlers().Count(handler => AnswersOf(ResultOf(handler)).Any()).ShouldBeGreaterThan(60);
    }

    private static IEnumerable<string> MissingLines(Func<MethodInfo, IEnumerable<Type>> types) =>
        from handler in Handlers()
        from type in types(handler)
        where ApiJson.Default.GetTypeInfo(type) is null
        select $"ApiJson needs [JsonSerializable(typeof({NameOf(type)}))] for {handler.DeclaringType!.Name}.{handler.Name}.";

    /// <summary>What a <c>Map…</c> method takes the address of, to give it to <c>MapGet</c> and its like.</summary>
    private static IEnumerable<MethodInfo> Handlers() => typeof(ApiJson).Assembly.GetTypes()
        .Where(type => type.FullName!.StartsWith("Rozmova.", StringComparison.Ordinal)) // not what is generated around them
        .SelectMany(type => type.GetMethods(Any))
        .Where(method => method.GetParameters().Any(parameter => typeof(IEndpointRouteBuilder).IsAssignableFrom(parameter.ParameterType)))
        .SelectMany(AddressesIn)
        .Distinct();

    private static IEnumerable<MethodInfo> AddressesIn(MethodInfo method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at + 6 <= code.Length; at++)
        {
            // ldftn is FE 06; of the token behind it the highest byte says 06 where the method is our own.
            if (code[at] == 0xFE && code[at + 1] == 0x06 && code[at + 5] == 0x06)
            {
                yield return (MethodInfo)method.Module.ResolveMethod(BitConverter.ToInt32(code, at + 2))!;
            }
        }
    }

    private static Type ResultOf(MethodInfo method) =>
        method.ReturnType is { IsGenericType: true } type && (type.GetGenericTypeDefinition() is var open)
            && (open == typeof(Task<>) || open == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : method.ReturnType;

    private static IEnumerable<Type> AnswersOf(Type result) => result.IsGenericType
        ? result.GetGenericArguments().SelectMany(inner => typeof(IResult).IsAssignableFrom(inner) ? AnswersOf(inner) : [inner])
        : [];

    /// <summary>Bodies are records; a record that is put together from the query, or binds itself, is none.</summary>
    private static bool IsBody(ParameterInfo parameter) =>
        parameter.ParameterType is { IsClass: true, IsAbstract: false } type
        && type.GetMethod("<Clone>$") is not null
        && parameter.GetCustomAttribute<AsParametersAttribute>() is null
        && type.GetMethod("BindAsync", BindingFlags.Public | BindingFlags.Static) is null;

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
