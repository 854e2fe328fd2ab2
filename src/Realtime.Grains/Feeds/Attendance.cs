using Realtime.Discussion.Identity;

namespace Realtime.Grains.Feeds;

/// <summary>Who is there: of one host, or of several together. It is not kept for anybody, and nobody waits for it.</summary>
/// <param name="Readers">Connections that watch the thread.</param>
/// <param name="Typing">Some of those who are writing.</param>
[GenerateSerializer, Immutable, Alias("attendance")]
public sealed record Attendance([property: Id(0)] int Readers, [property: Id(1)] Author[] Typing)
{
    /// <summary>The most names that are told.</summary>
    public const int NamesTold = 10;

    public static Attendance Nobody { get; } = new(0, []);

    /// <summary>All of them together; a person who writes in two places is one.</summary>
    public static Attendance Sum(IEnumerable<Attendance> parts)
    {
        var all = parts.ToList();
        if (all.Count == 0) return Nobody;
        var typing = all.SelectMany(part => part.Typing).DistinctBy(person => person.Id).OrderBy(person => person.Name, StringComparer.Ordinal);
        return new Attendance(all.Sum(part => part.Readers), [.. typing.Take(NamesTold)]);
    }

    public bool Equals(Attendance? other) => other is not null && Readers == other.Readers && Typing.AsSpan().SequenceEqual(other.Typing);

    public override int GetHashCode() => HashCode.Combine(Readers, Typing.Length);
}
