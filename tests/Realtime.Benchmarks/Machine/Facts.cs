using System.Runtime;
using System.Runtime.InteropServices;

namespace Realtime.Benchmarks.Machine;

/// <summary>Enough of the machine to know what the figures are of.</summary>
internal static class Facts
{
    public static void Print()
    {
        var gc = GCSettings.IsServerGC ? "server" : "workstation";
        Console.WriteLine($"{Processor()}, {Environment.ProcessorCount} cores, load {Load()}; {RuntimeInformation.FrameworkDescription}, {gc} GC, {Build}");
    }

#if DEBUG
    private const string Build = "DEBUG BUILD: the figures mean nothing";
#else
    private const string Build = "Release";
#endif

    private static string Processor() => !File.Exists("/proc/cpuinfo") ? RuntimeInformation.ProcessArchitecture.ToString()
        : File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
