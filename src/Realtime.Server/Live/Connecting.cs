using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Realtime.Grains.Commenters;
using Realtime.Server.Commenting;
using Realtime.Server.Live.People;
using Realtime.Server.Live.Sites;

namespace Realtime.Server.Live;

/// <summary>What every connection needs to be served.</summary>
internal sealed class Connecting(
    LiveThreads threads, ThreadReads reads, LiveSites sites, ICommenters commenters, IOptions<LiveOptions> options, TimeProvider time)
{
    public LiveConnection Serve(HubConnectionContext connection) => new(
        connection,
        live => new ConnectionWatches(live, threads, reads, sites, options, time),
        live => new ConnectionCommenters(live, commenters, options, time));
}
