using System.Collections.Concurrent;
using System.Globalization;

namespace Realtime.Grains.Tests.Clusters;

/// <summary>A table of reminders in memory that outlives every silo, as the one in the store does.</summary>
public sealed class SharedReminders : IReminderTable
{
    private readonly ConcurrentDictionary<(GrainId Grain, string Name), ReminderEntry> _rows = new();
    private int _etags;

    public IReadOnlyCollection<ReminderEntry> Rows => [.. _rows.Values];

    /// <summary>Called before a reminder is set, with its time.</summary>
    public Func<DateTime, Task> Setting { private get; set; } = _ => Task.CompletedTask;

    public Task<ReminderTableData> ReadRows(GrainId grainId) => Read(row => row.GrainId == grainId);

    /// <summary>The grains of a part of the ring, its beginning excluded and its end included; a part may reach around the ring's end.</summary>
    public Task<ReminderTableData> ReadRows(uint begin, uint end) => Read(row =>
    {
        var hash = row.GrainId.GetUniformHashCode();
        return begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;
    });

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => Task.FromResult(_rows.GetValueOrDefault((grainId, reminderName)));

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        await Setting(entry.StartAt);
        entry.ETag = Interlocked.Increment(ref _etags).ToString(CultureInfo.InvariantCulture);
        _rows[(entry.GrainId, entry.ReminderName)] = entry;
        return entry.ETag;
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        Task.FromResult(_rows.TryGetValue((grainId, reminderName), out var row) && row.ETag == eTag && _rows.TryRemove(new((grainId, reminderName), row)));

    public Task TestOnlyClearTable()
    {
        _rows.Clear();
        return Task.CompletedTask;
    }

    private Task<ReminderTableData> Read(Func<ReminderEntry, bool> which) => Task.FromResult(new ReminderTableData(_rows.Values.Where(which)));
}
