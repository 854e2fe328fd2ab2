using System.IO.Pipelines;
using System.Text.Json;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Threads;
using Realtime.Server.Commenters;
using Realtime.Server.Wire;

namespace Realtime.Server.People;

/// <summary>Writes all that a person wrote and did on a site as one JSON object, thread by thread: at no time is more than one thread in memory.</summary>
internal sealed class PersonExport(IProjectionProgress progress, IJournal journal, CommenterActions commenters, PersonReading reading)
{
    private const int Slice = 1024;

    private static readonly JsonSerializerOptions Form = Options();

    /// <exception cref="JournalUnavailableException">The store cannot be read.</exception>
    public async Task WriteAsync(SiteId site, UserId person, Stream stream, CancellationToken cancellation)
    {
        var commenter = await commenters.ReadAsync(site, person, cancellation);
        // Through a pipe: the serializer flushes by itself, synchronously, which the server does not allow on the response.
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        await using var json = new Utf8JsonWriter(pipe, new JsonWriterOptions { Encoder = Form.Encoder });
        json.WriteStartObject();
        json.WriteString("site", site.Value);
        json.WriteString("person", person.Value);
        Write(json, "profile", commenter.Profile is { } profile ? new ExportedProfile(profile.Name, profile.Badges, commenter.FirstSeen?.UtcDateTime) : null);
        Write(json, "ignored", commenter.Ignored.Select(user => user.Value).Order(StringComparer.Ordinal).ToList());
        Write(json, "inbox", InboxViews.Page(site, commenter, null, Inbox.Most).Items);
        Write(json, "sanctions", await reading.SanctionsAsync(site, person, forModerator: false, cancellation));
        json.WriteStartArray("threads");
        await foreach (var thread in progress.ThreadsAsync(site, cancellation))
        {
            if (await ReadAsync(thread, person, cancellation) is { } record) JsonSerializer.Serialize(json, record, Form);
            await pipe.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        await pipe.CompleteAsync();
    }

    private async Task<ExportedThread?> ReadAsync(ThreadKey thread, UserId person, CancellationToken cancellation)
    {
        var record = new ThreadRecord(thread, person);
        for (var after = 0L; ;)
        {
            var slice = await journal.ReadAsync(thread.Journal, after, Slice, cancellation);
            foreach (var entry in slice.Entries) record.Take(ThreadEventCodec.Decode(entry.Span));
            if (slice.Entries.Count < Slice) return record.ToExport();
            after = slice.Through;
        }
    }

    private static void Write<T>(Utf8JsonWriter json, string name, T value)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, Form);
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions();
        WireJson.Configure(options);
        return options;
    }

    private sealed record ExportedProfile(string Name, IReadOnlyList<string> Badges, DateTime? FirstSeen);
}
