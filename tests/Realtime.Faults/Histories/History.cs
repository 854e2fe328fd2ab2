using System.Text.Json;
using System.Text.Json.Serialization;

namespace Realtime.Faults.Histories;

/// <summary>A recorded run, as the checker gets it.</summary>
internal sealed record History
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public Expectations Expectations { get; init; } = new();

    public IReadOnlyList<PostRecord> Posts { get; init; } = [];

    public IReadOnlyList<Sighting> Sightings { get; init; } = [];

    public IReadOnlyList<FinalThread> Threads { get; init; } = [];

    public IReadOnlyList<Mark> Marks { get; init; } = [];

    public IReadOnlyList<Gauge> Gauges { get; init; } = [];

    /// <summary>When the load ended; the end of time when it never did.</summary>
    public double QuietAt => Marks.LastOrDefault(mark => mark.Kind == MarkKind.Quiet)?.At ?? double.MaxValue;

    /// <summary>Reads what a <see cref="HistoryRecorder"/> wrote.</summary>
    public static async Task<History> LoadAsync(string directory, CancellationToken cancellation) => new()
    {
        Expectations = (await LinesAsync<Expectations>(directory, cancellation)).LastOrDefault() ?? new Expectations(),
        Posts = await LinesAsync<PostRecord>(directory, cancellation),
        Sightings = await LinesAsync<Sighting>(directory, cancellation),
        Threads = await LinesAsync<FinalThread>(directory, cancellation),
        Marks = await LinesAsync<Mark>(directory, cancellation),
        Gauges = await LinesAsync<Gauge>(directory, cancellation),
    };

    public static string FileOf(string directory, Type type) => Path.Combine(directory, type.Name + ".jsonl");

    private static async Task<List<T>> LinesAsync<T>(string directory, CancellationToken cancellation)
    {
        var lines = new List<T>();
        var file = FileOf(directory, typeof(T));
        if (!File.Exists(file)) return lines;
        await foreach (var line in File.ReadLinesAsync(file, cancellation)) lines.Add(JsonSerializer.Deserialize<T>(line, Json)!);
        return lines;
    }
}
