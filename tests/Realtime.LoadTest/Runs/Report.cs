using System.Globalization;
using Spectre.Console;

namespace Realtime.LoadTest.Runs;

internal static class Report
{
    private static readonly string[] Columns = ["decision", "decided", "receipts", "missing", "p50 ms", "p99 ms", "max ms", "all reached p50 ms", "answered p50 ms"];

    public static void Print(TakedownPlan plan, IEnumerable<TakedownResult> results)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan.Readers} connections on 2 servers, {Environment.ProcessorCount} processors for servers, store and readers together"));
        var table = new Table { Border = TableBorder.Markdown };
        foreach (var column in Columns) table.AddColumn(new TableColumn(new Text(column)));
        foreach (var result in results) table.AddRow(Cells(result).Select(cell => new Text(cell)));
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 140);
        AnsiConsole.Write(table);
    }

    private static string[] Cells(TakedownResult result) =>
    [
        result.What, Number(result.Answers.Count), Number(result.Receipts.Count), Number(result.Missing),
        Milliseconds(result.Receipts.Within(0.5)), Milliseconds(result.Receipts.Within(0.99)), Milliseconds(result.Receipts.Within(1)),
        Milliseconds(result.Slowest.Within(0.5)), Milliseconds(result.Answers.Within(0.5)),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan? time) => time is { } known ? known.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture) : "-";
}
