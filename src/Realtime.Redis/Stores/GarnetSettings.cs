using System.Globalization;
using System.Net;
using Garnet.server;
using Garnet.server.Auth.Settings;
using Microsoft.Extensions.Logging;
using Tsavorite.core;

namespace Realtime.Redis.Stores;

/// <summary>
/// Garnet as the journal needs it. Its own defaults are for a big machine and for a cache: they lose what is not yet on disk, run scripts without
/// isolation, and drop the oldest keys once memory is full.
/// </summary>
internal static class GarnetSettings
{
    public static GarnetServerOptions For(StoreOptions options, string directory, IPEndPoint address, string password, ILogger logger)
    {
        var settings = new GarnetServerOptions(logger)
        {
            EndPoints = [address],
            AuthSettings = new PasswordAuthenticationSettings(password),
            QuietMode = true,
            DisablePubSub = false,
            EnableLua = true,
            LuaTransactionMode = true,
            LuaOptions = new LuaOptions(LuaMemoryManagementMode.Native, "", Timeout.InfiniteTimeSpan, LuaLoggingMode.Silent, [], logger),
            // The native device needs a library that a fresh Linux lacks. This one opens its files write-through: what is committed is on the disk.
            DeviceType = DeviceType.RandomAccess,
            DeviceFactoryCreator = new LocalStorageNamedDeviceFactoryCreator(deviceType: DeviceType.RandomAccess, logger: logger),
            MaxDatabases = 1,
        };
        Keep(settings, options, directory);
        return settings;
    }

    /// <summary>The size of the files that the log consists of. Garnet makes it a power of two, the next lower one.</summary>
    public static int SegmentMegabytes(StoreOptions options) => Math.Max(options.LogMegabytes / 4, 8);

    private static void Keep(GarnetServerOptions settings, StoreOptions options, string directory)
    {
        settings.EnableAOF = true;
        settings.WaitForCommit = true;
        settings.CommitFrequencyMs = 0;
        settings.Recover = true;
        settings.FailOnRecoveryError = true;
        settings.EnableStorageTier = true;
        settings.LogDir = settings.CheckpointDir = directory;

        settings.LogMemorySize = Megabytes(options.MemoryMegabytes);
        settings.PageSize = Megabytes(options.MemoryMegabytes < 64 ? 1 : 4);
        settings.SegmentSize = settings.ObjectLogSegmentSize = Megabytes(64);
        settings.IndexMemorySize = Megabytes(options.MemoryMegabytes < 64 ? 1 : 8);
        settings.AofPageSize = Megabytes(8);
        settings.AofMemorySize = Megabytes(32);
        settings.AofSegmentSize = Megabytes(SegmentMegabytes(options));
        settings.AofSizeLimit = Megabytes(options.LogMegabytes);
        settings.AofSizeLimitEnforceFrequencySecs = 1;
        settings.BufferPoolMemoryBudget = Megabytes(64);
    }

    private static string Megabytes(int count) => string.Create(CultureInfo.InvariantCulture, $"{count}m");
}
