using Realtime.Discussion.Threads;

namespace Realtime.Server.Refusals;

/// <summary>What a request comes to: a value, or why not.</summary>
internal readonly record struct Answer<T>(T? Value, Refusal? Refusal)
    where T : class
{
    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Refusal refusal) => new(null, refusal);

    public static implicit operator Answer<T>(RefusalCode code) => new(null, new Refusal(code));
}
