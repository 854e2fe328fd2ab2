using System.Buffers.Binary;
using Realtime.Discussion.Journal;

namespace Realtime.Redis.Tests.Renewal;

/// <summary>Appends entries that say which place they are meant for, and goes on where the journal ends when the store was away.</summary>
internal sealed class PatientWriter(JournalKey key)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(10);

    private long _acknowledged;

    public long Acknowledged => Volatile.Read(ref _acknowledged);

    public async Task WriteAsync(IJournal journal, CancellationToken enough)
    {
        JournalWriter? writer = null;
        while (!enough.IsCancellationRequested)
        {
            try
            {
                writer ??= await OpenAsync(journal);
                Assert.Equal(AppendResult.Appended, await journal.AppendAsync(writer, _acknowledged, [Entry(_acknowledged + 1)], CancellationToken.None));
                Volatile.Write(ref _acknowledged, _acknowledged + 1);
            }
            catch (JournalUnavailableException)
            {
                writer = null;
                await Task.Delay(AskAgain, TimeProvider.System, CancellationToken.None);
            }
        }
    }

    /// <summary>Every acknowledged entry is there in its place, and nothing else but the one that was in flight.</summary>
    public async Task VerifyAsync(IJournal journal)
    {
        var entries = (await journal.ReadAsync(key, 0, int.MaxValue, CancellationToken.None)).Entries;
        Assert.InRange(entries.Count, _acknowledged, _acknowledged + 1);
        for (var i = 0; i < entries.Count; i++) Assert.Equal(i + 1, BinaryPrimitives.ReadInt64LittleEndian(entries[i].Span));
        _acknowledged = entries.Count;
    }

    /// <summary>Whether the last one was taken in, which nobody acknowledged, the journal says.</summary>
    private async Task<JournalWriter> OpenAsync(IJournal journal)
    {
        var (writer, head) = await journal.OpenAsync(key, CancellationToken.None);
        Assert.InRange(head, _acknowledged, _acknowledged + 1);
        Volatile.Write(ref _acknowledged, head);
        return writer;
    }

    private static byte[] Entry(long sequence)
    {
        var bytes = new byte[200];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, sequence);
        return bytes;
    }
}
