using Realtime.Discussion.Identity;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Privacy;

/// <summary>The thread, to whoever has it forget a person.</summary>
[Alias("erasing-thread")]
public interface IErasingThreadGrain : IGrainWithStringKey
{
    /// <summary>
    /// Answers once nothing of the person is in the thread's state, snapshot and journal, and the projections have been told. Repeating it is harmless, and
    /// finishes what was cut short. An exception means that the outcome is unknown: repeat it.
    /// </summary>
    [Alias("erase"), ResponseTimeout("00:05:00")]
    Task<CommandOutcome> Erase(ErasePerson command);
}

/// <summary>The same of a site, its queue or a commenter.</summary>
[Alias("erasing")]
public interface IErasingGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="IErasingThreadGrain.Erase"/>
    [Alias("erase"), ResponseTimeout("00:05:00")]
    Task Erase(UserId person);
}
