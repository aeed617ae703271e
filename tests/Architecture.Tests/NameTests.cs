using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rozmova.Architecture.Tests;

public sealed class NameTests
{
    private static readonly string[] EmptyWords =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Base", "Common", "Info", "Data", "Impl", "Processor"];

    private static readonly string[] Hosted = ["BackgroundService", "IHostedService", "IHostedLifecycleService"];

    [Fact]
    public void Type_names_say_what_the_type_does()
    {
        var violations =
            from file in Repository.CSharp
            from type in file.All<BaseTypeDeclarationSyntax>()
            let name = type.Identifier.ValueText
            where EmptyWords.Any(word => name.EndsWith(word, StringComparison.Ordinal))
                || (name.EndsWith("Service", StringComparison.Ordinal) && !IsHosted(type))
            select $"{file.At(type)} {name}";

        violations.ShouldBeNone("Name it after what it does in the business: ClaimDesk, CaptionSplitter. Only a hosted service is a Service.");
    }

    [Fact]
    public void Folders_are_features_not_layers()
    {
        string[] layers = ["Models", "Services", "Interfaces", "Helpers", "Common", "Utils", "Utilities"];

        var violations = Repository.Files
            .Select(file => Path.GetDirectoryName(file)!)
            .Distinct()
            .Where(folder => folder.Split('/').Any(part => layers.Contains(part, StringComparer.OrdinalIgnoreCase)));

        violations.ShouldBeNone("What changes together sits together: put each file with its feature.");
    }

    private static bool IsHosted(BaseTypeDeclarationSyntax type) =>
        type.BaseList?.Types.Any(parent => Hosted.Contains(parent.Type.ToString())) ?? false;
}
