using System.Globalization;
using Realtime.Faults.Checks;
using Spectre.Console;

namespace Realtime.Faults.Runs;

/// <summary>Prints rows for people. Markup is never made of what was recorded.</summary>
internal static class Report
{
    private const int Shown = 12;

    private static readonly string[] Columns =
        ["fault", "verdict", "rounds", "posts ok", "failed", "ack gap ms med/worst", "seen gap ms med/worst", "lost", "rep.", "reord.", "fenced", "resets", "reconn.", "s"];

    /// <summary>Plain lines: the console's own wrapping would break them.</summary>
    public static void Print(Row row)
    {
        Console.WriteLine($"{row.Fault}: {row.Verdict.ToString().ToUpperInvariant()} in {row.Seconds:F0} s");
        foreach (var remark in row.Remarks) Console.WriteLine("  " + remark);
        Print(row.Violations);
        if (row.Directory is not null) Console.WriteLine("  history kept in " + row.Directory);
    }

    public static void Print(IReadOnlyList<Violation> violations)
    {
        foreach (var kind in violations.GroupBy(violation => (violation.Check, violation.Kind)))
        {
            foreach (var violation in kind.Take(Shown)) Console.WriteLine($"  {violation.Check} {violation.Kind}: {violation.Message}");
            if (kind.Count() > Shown) Console.WriteLine($"  … and {kind.Count() - Shown} more of {kind.Key.Check} {kind.Key.Kind}");
        }
    }

    public static void Print(IEnumerable<Row> rows)
    {
        var table = new Table { Border = TableBorder.Markdown };
        foreach (var column in Columns) table.AddColumn(new TableColumn(new Text(column)));
        foreach (var row in rows) table.AddRow(Cells(row).Select(cell => new Text(cell)));
        // Wide enough for one line per fault, also where the output is a file.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 190);
        AnsiConsole.Write(table);
    }

    private static string[] Cells(Row row) =>
    [
        row.Fault, row.Verdict.ToString().ToLowerInvariant(), Number(row.Rounds), Number(row.Figures?.Ok), Number(row.Figures?.Failed),
        Gap(row.Figures?.AckGaps), Gap(row.Figures?.DeliveryGaps), Number(row.Count(ViolationKind.Lost)), Number(row.Count(ViolationKind.Repeated)),
        Number(row.Count(ViolationKind.Reordered)), Number(row.Fenced), Number(row.Figures?.Resets), Number(row.Figures?.Reconnects), Number((long)row.Seconds),
    ];

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Gap(IReadOnlyList<double>? gaps) =>
        gaps is not { Count: > 0 } ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Figures.Median(gaps):F0} / {gaps.Max():F0}");
}
