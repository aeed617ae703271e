using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rozmova.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed partial class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["src/Messaging"] = [],
        ["src/Platforms"] = ["Messaging"],
        ["src/Workspace"] = ["Messaging"],
        ["src/Storage"] = ["Messaging", "Workspace"],
        ["src/Desks"] = ["Messaging", "Workspace", "Platforms"],
        ["src/Rozmova"] = ["Messaging", "Platforms", "Workspace", "Storage", "Desks", "Simulators"],
        ["simulators"] = [],
        ["samples/Line"] = ["Messaging"],
    };

    [Fact]
    public void Projects_reference_only_what_they_may()
    {
        var violations =
            from project in Repository.Files.Where(Repository.Has(".csproj")).Where(Repository.IsProduct)
            let allowed = Allowed.GetValueOrDefault(Path.GetDirectoryName(project)!)
            from reference in XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            let name = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)
            where allowed is null || !allowed.Contains(name)
            select $"{project} references {name}";

        violations.ShouldBeNone("Turn the dependency round, or give the lower project a contract; a new project is entered here.");
    }

    [Fact]
    public void Platforms_do_not_know_each_other()
    {
        string[] folders =
        [
            .. Repository.Product
                .Select(file => file.Path.Split('/'))
                .Where(path => path is ["src", "Platforms", _, _, ..] && path[2] is not ("Meta" or "Http"))
                .Select(path => path[2])
                .Distinct(),
        ];

        var violations =
            from file in Repository.Product
            let home = file.Path.Split('/')
            where home is ["src", "Platforms", _, _, ..]
            from name in file.All<IdentifierNameSyntax>()
            let word = name.Identifier.ValueText
            where word != home[2] && folders.Contains(word) && IsNamespace(name)
            select $"{file.At(name)} speaks of {word}";

        violations.ShouldBeNone("What two platforms share goes to Http/ where every platform has it, or to Meta/ where the vendor is the same.");
    }

    [Fact]
    public void The_workspace_and_the_stores_name_no_platform()
    {
        string[] platforms = ["telegram", "viber", "whatsapp", "instagram", "facebook", "wechat", "webchat", "sellercrm", "seller-crm", "webim"];

        var violations =
            from file in Repository.Product
            where file.Path.StartsWith("src/Workspace/", StringComparison.Ordinal)
                || file.Path.StartsWith("src/Storage/", StringComparison.Ordinal)
            from token in file.Syntax.DescendantTokens()
            let words = OperatorsOwn().Replace(token.ValueText, "")
            where platforms.Any(platform => words.Contains(platform, StringComparison.OrdinalIgnoreCase))
            select $"{file.At(token)} says {token.Text}";

        violations.ShouldBeNone("Ask the platform's capabilities or an optional interface of Messaging/Platforms instead.");
    }

    [Fact]
    public void The_console_reaches_the_server_only_through_its_client_and_its_live_socket()
    {
        string[] doors = [" fetch(", "(fetch(", "new WebSocket(", "new EventSource(", "XMLHttpRequest"];

        var violations =
            from file in Repository.Files.Where(Repository.Has(".ts", ".tsx"))
            where file.StartsWith("src/Console/src/", StringComparison.Ordinal)
                && !file.StartsWith("src/Console/src/api/", StringComparison.Ordinal)
                && !file.StartsWith("src/Console/src/live/", StringComparison.Ordinal)
                && !file.Contains(".test.", StringComparison.Ordinal)
            let text = Repository.Read(file)
            from door in doors
            where text.Contains(door, StringComparison.Ordinal)
            select $"{file} uses {door}";

        violations.ShouldBeNone("Add a call to src/Console/src/api and use it; nothing else may open a connection.");
    }

    /// <summary>A qualifier (<c>Viber.ViberClient</c>, <c>Platforms.Viber.…</c>) or the end of a using, not a member's name.</summary>
    private static bool IsNamespace(IdentifierNameSyntax name) =>
        name.Ancestors().OfType<UsingDirectiveSyntax>().Any()
        || (name.Identifier.GetNextToken().IsKind(SyntaxKind.DotToken)
            && (!name.Identifier.GetPreviousToken().IsKind(SyntaxKind.DotToken)
                || name.Identifier.GetPreviousToken().GetPreviousToken().ValueText == "Platforms"));

    /// <summary>An operator's own Telegram account, which the API names: a person's, not a platform the product handles.</summary>
    [GeneratedRegex("telegram[_ -]?(user([_-]?id)?|link|taken)", RegexOptions.IgnoreCase)]
    private static partial Regex OperatorsOwn();
}
