using System.Text.Json;
using System.Threading.Channels;

namespace Realtime.Faults.Histories;

/// <summary>Writes records as JSON lines, one file per kind, in the order in which they come. Recording never waits for the disk.</summary>
internal sealed class HistoryRecorder : IAsyncDisposable
{
    private readonly Channel<object> _records = Channel.CreateUnbounded<object>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<Type, StreamWriter> _files = [];
    private readonly string _directory;
    private readonly Task _writing;

    public HistoryRecorder(string directory)
    {
        _directory = Directory.CreateDirectory(directory).FullName;
        _writing = WriteAsync();
    }

    public void Record<T>(T record)
        where T : class => _records.Writer.TryWrite(record);

    public async ValueTask DisposeAsync()
    {
        _records.Writer.TryComplete();
        await _writing;
        foreach (var file in _files.Values) await file.DisposeAsync();
        _files.Clear();
    }

    private async Task WriteAsync()
    {
        await foreach (var record in _records.Reader.ReadAllAsync())
            await FileFor(record.GetType()).WriteLineAsync(JsonSerializer.Serialize(record, record.GetType(), History.Json));
    }

    private StreamWriter FileFor(Type type) =>
        _files.TryGetValue(type, out var file) ? file : _files[type] = new StreamWriter(History.FileOf(_directory, type));
}
