using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;

namespace Realtime.Server.Wire;

/// <summary>The refusals that an endpoint may answer with, for its description.</summary>
internal sealed record RefusalMetadata(IReadOnlyList<RefusalEntry> Entries);

internal static class RefusalDescriptions
{
    public static T Refuses<T>(this T endpoint, params RefusalCode[] codes)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new RefusalMetadata([.. codes.Select(RefusalTable.Of)]));
}
