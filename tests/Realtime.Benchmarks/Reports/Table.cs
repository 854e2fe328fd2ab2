using System.Globalization;

namespace Realtime.Benchmarks.Reports;

/// <summary>Rows under a heading; the first column is words, the others are numbers.</summary>
internal sealed class Table(params string[] heading)
{
    private readonly List<string[]> _rows = [heading];

    public void Add(string name, params string[] cells) => _rows.Add([name, .. cells]);

    public void Print()
    {
        var widths = Enumerable.Range(0, heading.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        Console.WriteLine();
        foreach (var row in _rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))));
    }

    public static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    public static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture) + "×";
}
