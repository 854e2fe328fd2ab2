using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Reading;
using Realtime.LoadTest.Runs;
using Realtime.Server.Live;
using Realtime.Server.Live.People;

namespace Realtime.LoadTest.Readers;

/// <summary>Readers on plain WebSockets with MessagePack, half of them on each server, who note when they are told what is waited for.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int AtOnce = 20;

    private readonly HubConnection[] _connections;
    private readonly TimeProvider _time;
    private volatile Wave? _awaited;

    private Crowd(int readers, TimeProvider time) => (_connections, _time) = (new HubConnection[readers], time);

    public static async Task<Crowd> ConnectAsync(IReadOnlyList<Uri> servers, Newsroom newsroom, TakedownPlan plan, TimeProvider time, CancellationToken cancellation)
    {
        var crowd = new Crowd(plan.Readers, time);
        await Parallel.ForAsync(0, plan.Readers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (reader, stop) =>
        {
            var person = plan.PersonOf(reader);
            var token = await newsroom.TokenAsync(person, stop);
            crowd._connections[reader] = crowd.Prepare(servers[reader % servers.Count], token, reader, person);
            await crowd._connections[reader].StartAsync(stop);
            await crowd._connections[reader].InvokeAsync<WatchedThread>("Watch", Newsroom.Site, newsroom.Article, null, stop);
        });
        return crowd;
    }

    /// <summary>What comes from now on is noted, until the next is waited for.</summary>
    public Wave Await(int expected) => _awaited = new Wave(expected, _connections.Length, _time);

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections) await connection.DisposeAsync();
    }

    private HubConnection Prepare(Uri server, string token, int reader, string person)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(server, "/hubs/discussion"), options =>
        {
            (options.Transports, options.SkipNegotiation) = (HttpTransportType.WebSockets, true);
            options.AccessTokenProvider = () => Task.FromResult<string?>(token);
        });
        var connection = builder.AddMessagePackProtocol().Build();
        connection.On<ThreadChanges>(nameof(IDiscussionClient.ThreadChanged), changes => _awaited?.Note(reader, changes));
        connection.On<StandingView>(nameof(IDiscussionClient.Standing), standing => _awaited?.Note(reader, person, standing));
        return connection;
    }
}
