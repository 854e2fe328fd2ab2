namespace Realtime.Faults.Faults;

internal static class AllFaults
{
    public static IReadOnlyList<IFault> Table { get; } =
    [
        new KillServer(), new F01KillWriter(), new F02FreezeWriter(), new F03ShortFreeze(), new F04KillStore(), new F05CutTail(), new F06WipeStore(),
        new F07StoreLink(), new F08SiloLink(), new F09StalledReaders(), new F10ReconnectStorm(), new F11RollingRestart(), new F12Clocks(), new F13Poison(),
        new F14ColdStart(), new F15FullDisk(), new F16MixedVersions(), new F17TwoWriters(), new F18KillQueue(),
    ];

    public static IFault? Find(string name) => Table.FirstOrDefault(fault => string.Equals(fault.Name, name, StringComparison.OrdinalIgnoreCase));
}
