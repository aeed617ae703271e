using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Rozmova.Testing.Conformance;

/// <summary>
/// The usual test framework, which says the matrix behind the last test. An assembly asks for it with
/// <c>[assembly: TestFramework("Rozmova.Testing.Conformance.ConformanceFramework", "Rozmova.Testing.Conformance")]</c>
/// and <c>"diagnosticMessages": true</c> in its <c>xunit.runner.json</c>.
/// </summary>
public sealed class ConformanceFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var run = new Run(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await run.RunAsync();
        }
    }

    private sealed class Run(
        ITestAssembly assembly, IEnumerable<IXunitTestCase> cases, IMessageSink diagnostics, IMessageSink execution,
        ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, cases, diagnostics, execution, options)
    {
        protected override Task BeforeTestAssemblyFinishedAsync()
        {
            if (ConformanceResults.ToMatrix() is { Length: > 0 } matrix)
            {
                DiagnosticMessageSink.OnMessage(new DiagnosticMessage($"The matrix of this run:\n{matrix}"));
            }

            return base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
