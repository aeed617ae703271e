using System.Globalization;
using Spectre.Console;

namespace Rozmova.Bench.Reports;

/// <summary>The table a benchmark ends with: the program, its bare limit and the ratio of the two.</summary>
internal sealed class ResultTable
{
    private readonly Table _table = new() { Border = TableBorder.Markdown };

    /// <param name="program">Whose values the first column holds.</param>
    /// <param name="limit">What they are compared with.</param>
    public ResultTable(string question, string program = "program", string limit = "bare limit")
    {
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine(question);
        _table.AddColumns("measured", program, "range", limit, "range", "ratio");
        for (var column = 1; column < 6; column++)
        {
            _table.Columns[column].RightAligned();
        }
    }

    /// <summary>A row of both sides. The ratio is the program's median by the limit's.</summary>
    public ResultTable Compare(string measured, Sample program, Sample bare) =>
        Compare(measured, program, bare, program.Median / bare.Median);

    /// <summary>A row of both sides whose turns were pairs: the ratio is the middle one of the pairs'.</summary>
    public ResultTable Compare(string measured, Sample program, Sample bare, Sample ratios) =>
        Compare(measured, program, bare, ratios.Median);

    /// <summary>A row that only the program has.</summary>
    public ResultTable Only(string measured, Sample program) => Row(measured, Text(program.Median), Range(program), "", "", "");

    /// <summary>Something that holds or does not.</summary>
    public ResultTable Check(string what, string result) => Row(what, result, "", "", "", "");

    public void Print() => AnsiConsole.Write(_table);

    private static string Range(Sample sample) => sample.Count < 2 ? "" : $"{Text(sample.Least)}–{Text(sample.Most)}";

    private static string Text(double value) => value.ToString(value switch
    {
        >= 100 => "#,0",
        >= 10 => "0.0",
        _ => "0.00",
    }, CultureInfo.InvariantCulture);

    private ResultTable Compare(string measured, Sample program, Sample bare, double ratio) => Row(
        measured, Text(program.Median), Range(program), Text(bare.Median), Range(bare), ratio.ToString("0.00", CultureInfo.InvariantCulture));

    private ResultTable Row(params string[] cells)
    {
        _table.AddRow([.. cells.Select(Markup.Escape)]);
        return this;
    }
}
