using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rozmova.Architecture.Tests;

public sealed class SizeTests
{
    private const int FileLimit = 400;
    private const int MethodLimit = 80;

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var violations =
            from file in Repository.Files.Where(Repository.IsProduct).Where(Repository.Has(".cs", ".ts", ".tsx", ".css", ".sql"))
            where !file.EndsWith(".d.ts", StringComparison.Ordinal)
            let lines = Repository.Read(file).Count(letter => letter == '\n')
            where lines > FileLimit
            select $"{file} has {lines}";

        violations.ShouldBeNone("Find the two things it does and give each a file; 50 to 150 lines is the aim.");
    }

    [Fact]
    public void No_method_is_longer_than_80_lines()
    {
        var violations =
            from file in Repository.Product
            from method in file.Syntax.DescendantNodes()
            where method is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
            let lines = Lines(method)
            where lines > MethodLimit
            select $"{file.At(method)} has {lines}";

        violations.ShouldBeNone("Name its steps and make each a method; 5 to 25 lines is the aim.");
    }

    private static int Lines(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
