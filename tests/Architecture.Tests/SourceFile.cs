using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rozmova.Architecture.Tests;

internal sealed record SourceFile(string Path, CompilationUnitSyntax Syntax)
{
    public IEnumerable<T> All<T>()
        where T : SyntaxNode => Syntax.DescendantNodes().OfType<T>();

    public string At(SyntaxNode node) => At(node.GetLocation());

    public string At(SyntaxToken token) => At(token.GetLocation());

    public string At(SyntaxTrivia trivia) => At(trivia.GetLocation());

    private string At(Location location) => $"{Path}:{location.GetLineSpan().StartLinePosition.Line + 1}";
}
