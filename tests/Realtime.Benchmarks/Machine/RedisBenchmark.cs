using System.Diagnostics;
using System.Globalization;

namespace Realtime.Benchmarks.Machine;

/// <summary>What Redis' own load generator reaches: every connection sends one RPUSH, waits for the answer, sends the next.</summary>
internal sealed class RedisBenchmark(int port, int payloadBytes)
{
    private const int Trial = 20_000;
    private readonly Dictionary<int, double> _rates = [];

    /// <returns>Appends a second.</returns>
    public async Task<double> MeasureAsync(int connections, TimeSpan length, CancellationToken cancellation)
    {
        if (!_rates.TryGetValue(connections, out var rate)) rate = await RunAsync(connections, Trial, cancellation);
        return _rates[connections] = await RunAsync(connections, Math.Max(Trial, (int)(rate * length.TotalSeconds)), cancellation);
    }

    private async Task<double> RunAsync(int connections, int requests, CancellationToken cancellation)
    {
        string[] arguments = ["-h", "127.0.0.1", "-p", $"{port}", "-t", "rpush", "-d", $"{payloadBytes}", "-c", $"{connections}", "-n", $"{requests}", "--csv"];
        using var process = Process.Start(new ProcessStartInfo("redis-benchmark", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        // "RPUSH","73529.41",…
        var line = output.Split('\n').Single(text => text.StartsWith("\"RPUSH\"", StringComparison.Ordinal));
        return double.Parse(line.Split(',')[1].Trim('"'), CultureInfo.InvariantCulture);
    }
}
