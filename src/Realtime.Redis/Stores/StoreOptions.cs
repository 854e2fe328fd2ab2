using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Realtime.Redis.Journals;
using StackExchange.Redis;

namespace Realtime.Redis.Stores;

public enum StoreKind
{
    /// <summary>Garnet within this process, for one process on one machine.</summary>
    Embedded,

    /// <summary>Redis, Valkey or another server of their protocol, for any number of processes.</summary>
    Redis,
}

/// <summary>Where journals are kept (configuration section <c>Store</c>).</summary>
public sealed partial record StoreOptions
{
    public const string Section = "Store";

    public StoreKind Kind { get; init; } = StoreKind.Embedded;

    /// <summary>The embedded store's directory, absolute or under the content root.</summary>
    public string Directory { get; init; } = "data";

    /// <summary>The connection string, e.g. <c>redis-1:6379,password=…,ssl=true</c>; needed with <see cref="StoreKind.Redis"/>.</summary>
    public string Redis { get; init; } = "";

    /// <summary>Starts the server also on a store that may lose what it acknowledged. For tests only.</summary>
    public bool AllowNotDurable { get; init; }

    /// <summary>The first part of every key: lets several installations share one store.</summary>
    public string Prefix { get; init; } = RedisKeys.DefaultPrefix;

    /// <summary>How long a command may take before its outcome counts as unknown.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the start waits for a store that does not answer yet, as when both are started together.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Memory in which the embedded store keeps what is in use; the rest is on disk. It keeps the newest keys (about 64) there whatever their size,
    /// and stands still when they do not fit: journal segments of a megabyte each need more than 64 megabytes.
    /// </summary>
    public int MemoryMegabytes { get; init; } = 256;

    /// <summary>The embedded store takes a checkpoint when its log on disk exceeds this: it bounds the disk space and the time of the next start.</summary>
    public int LogMegabytes { get; init; } = 256;

    /// <summary>How often to look whether an erasure has left something in the store's files, which are then renewed.</summary>
    public TimeSpan RenewAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the files are renewed at most. It costs as much as writing the whole store once, and the embedded store stands still for a moment.</summary>
    public TimeSpan RenewEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <exception cref="StoreStartException">A value is missing or wrong; the sentence names all of them.</exception>
    public static StoreOptions Read(IConfiguration configuration)
    {
        StoreOptions options;
        try
        {
            options = configuration.GetSection(Section).Get<StoreOptions>() ?? new StoreOptions();
        }
        catch (InvalidOperationException e)
        {
            throw new StoreStartException($"A setting of the store cannot be read. {e.Message}", e);
        }

        options.Validate();
        return options;
    }

    /// <exception cref="StoreStartException">A value is missing or wrong; the sentence names all of them.</exception>
    public void Validate()
    {
        var errors = Errors().ToList();
        if (errors.Count > 0) throw new StoreStartException(string.Join(" ", errors));
    }

    private IEnumerable<string> Errors()
    {
        if (!Enum.IsDefined(Kind)) yield return "Store:Kind must be embedded or redis.";
        if (Kind == StoreKind.Embedded && string.IsNullOrWhiteSpace(Directory)) yield return "Store:Directory must name a directory.";
        if (Kind == StoreKind.Redis && Redis.Length == 0) yield return "Store:Redis must be a connection string, such as redis-1:6379, when Store:Kind is redis.";
        if (Kind == StoreKind.Redis && Redis.Length > 0 && !IsConnectionString(Redis)) yield return "Store:Redis is not a connection string, such as redis-1:6379,password=secret.";
        if (!PrefixPattern().IsMatch(Prefix)) yield return "Store:Prefix must be 1 to 32 letters, digits, and . _ -";
        if (CommandTimeout < TimeSpan.FromMilliseconds(100)) yield return "Store:CommandTimeout must be at least 00:00:00.1.";
        if (ConnectTimeout < TimeSpan.FromMilliseconds(100)) yield return "Store:ConnectTimeout must be at least 00:00:00.1.";
        if (StartTimeout < TimeSpan.Zero) yield return "Store:StartTimeout must not be negative.";
        if (MemoryMegabytes < 16) yield return "Store:MemoryMegabytes must be at least 16.";
        if (LogMegabytes < 16) yield return "Store:LogMegabytes must be at least 16.";
        if (RenewAfter < TimeSpan.FromMilliseconds(100)) yield return "Store:RenewAfter must be at least 00:00:00.1.";
        if (RenewEvery < TimeSpan.FromMilliseconds(100)) yield return "Store:RenewEvery must be at least 00:00:00.1.";
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text).EndPoints.Count > 0;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PrefixPattern();
}
