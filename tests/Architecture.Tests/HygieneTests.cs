using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rozmova.Architecture.Tests;

public sealed partial class HygieneTests
{
    [Fact]
    public void Every_public_type_of_the_vocabulary_is_explained()
    {
        var violations =
            from file in Repository.Product
            where file.Path.StartsWith("src/Messaging/", StringComparison.Ordinal)
            from type in file.All<BaseTypeDeclarationSyntax>()
            where type.Modifiers.Any(SyntaxKind.PublicKeyword)
                && !type.GetLeadingTrivia().Any(SyntaxKind.SingleLineDocumentationCommentTrivia)
            select $"{file.At(type)} {type.Identifier.ValueText}";

        violations.ShouldBeNone("Others build on Messaging: say in a summary what it is and what may be relied on.");
    }

    [Fact]
    public void No_exception_is_swallowed_without_a_reason()
    {
        var violations =
            from file in Repository.CSharp
            from clause in file.All<CatchClauseSyntax>()
            where (clause.Block.Statements.Count == 0 || CatchesAll(clause))
                && !clause.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            select file.At(clause);

        violations.ShouldBeNone("Catch what you can handle; where nothing or everything is caught, a comment says why that is right.");
    }

    [Fact]
    public void Nothing_is_left_open_in_the_code()
    {
        var violations =
            from file in Repository.CSharp
            from trivia in file.Syntax.DescendantTrivia()
            where LeftOpen().IsMatch(trivia.ToString()) || trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)
            select $"{file.At(trivia)} {trivia.ToString().Trim()}";

        violations.ShouldBeNone("Do it now, or write it down as an issue. A region is the class it should have been.");
    }

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine()
    {
        var violations =
            from file in Repository.TextFiles
            from Match path in MachinePath().Matches(Repository.Read(file))
            select $"{file}: {path.Value}";

        violations.ShouldBeNone("Use a path relative to the repository, or a temporary folder asked of the system.");
    }

    [Fact]
    public void Lock_files_leave_the_registry_to_the_reader()
    {
        var violations = Repository.Files
            .Where(file => Path.GetFileName(file) is "package-lock.json")
            .Where(file => Repository.Read(file).Contains("\"resolved\"", StringComparison.Ordinal));

        violations.ShouldBeNone("Install with omit-lockfile-registry-resolved=true in .npmrc.");
    }

    private static bool CatchesAll(CatchClauseSyntax clause) =>
        clause.Filter is null
        && (clause.Declaration?.Type.ToString() is null or "Exception")
        && !clause.Block.DescendantNodes().OfType<ThrowStatementSyntax>().Any();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex LeftOpen();

    [GeneratedRegex(@"(?<![\w.}/-])(/(work|home|Users|root|tmp)/\w|[A-Z]:\\Users)")]
    private static partial Regex MachinePath();
}
