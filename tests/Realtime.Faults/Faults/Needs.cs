using Realtime.Faults.Clusters;
using Realtime.Faults.Processes;

namespace Realtime.Faults.Faults;

/// <summary>What a machine may lack, each as the sentence that the row shows.</summary>
internal static class Needs
{
    public const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

    public static string? Redis() => RedisProcess.IsInstalled ? null : "needs redis-server";

    public static string? Network() => Redis() ?? PartitionedNetwork.Missing();

    public static string? Clock() => Redis() ?? (File.Exists(FakeTime) ? null : "needs libfaketime (package faketime)");

    public static string? Mount() => Redis() ?? (Environment.IsPrivilegedProcess ? null : "filling a disk needs root, for a small file system of its own");
}
