using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Journal;
using Realtime.Redis.Stores;
using Realtime.Redis.Tests.Processes;
using Realtime.Testing.Processes;
using StackExchange.Redis;

namespace Realtime.Redis.Tests.Stores;

public sealed class EmbeddedStoreTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task It_is_proven_at_start_and_says_what_an_acknowledgement_is_worth()
    {
        await using var store = await OpenAsync();
        Assert.True(store.IsEmbedded);
        Assert.Equal(StoreDurabilityLevel.OnDisk, store.Durability.Level);
        Assert.True(await store.PingAsync(Cancellation) > TimeSpan.Zero);
    }

    [Fact]
    public async Task The_proof_leaves_nothing_behind()
    {
        await using var store = await OpenAsync();
        await using var admin = await ConnectionMultiplexer.ConnectAsync(store.Configuration + ",allowAdmin=true");
        Assert.Equal("0", $"{await admin.GetDatabase().ExecuteAsync("DBSIZE")}");
    }

    [Fact]
    public async Task A_second_start_finds_everything_again()
    {
        var key = new JournalKey("gazette/harbour-bridge");
        await using (var store = await OpenAsync())
        {
            var (writer, _) = await store.Journal.OpenAsync(key, Cancellation);
            await store.Journal.AppendAsync(writer, 0, [new byte[] { 1 }, new byte[] { 2 }], Cancellation);
            await store.Journal.SaveSnapshotAsync(writer, new JournalSnapshot(writer.Epoch, 2, new byte[2_000_000]), Cancellation);
        }

        await using var again = await OpenAsync();
        Assert.Equal(2, (await again.Journal.OpenAsync(key, Cancellation)).Head);
        Assert.Equal(2_000_000, (await again.Journal.ReadSnapshotAsync(key, Cancellation))!.Bytes.Length);
    }

    [Fact]
    public async Task It_listens_on_loopback_and_asks_for_its_password()
    {
        await using var store = await OpenAsync();
        var settings = ConfigurationOptions.Parse(store.Configuration);
        Assert.StartsWith("127.0.0.1:", $"{settings.EndPoints.Single()}", StringComparison.Ordinal);
        using var client = new TcpClient();
        await client.ConnectAsync((System.Net.IPEndPoint)settings.EndPoints.Single(), Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync("*1\r\n$6\r\nDBSIZE\r\n"u8.ToArray(), Cancellation);
        Assert.StartsWith("-NOAUTH", await new StreamReader(stream).ReadLineAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_directory_is_readable_by_its_owner_only()
    {
        await using var store = await OpenAsync();
        if (OperatingSystem.IsWindows()) return;
        foreach (var path in new[] { "data", "data/store" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_directory.Path, path)));
    }

    [Fact]
    public async Task A_directory_that_another_has_open_is_refused_in_one_sentence()
    {
        await using var store = await OpenAsync();
        var failure = await Assert.ThrowsAsync<StoreStartException>(OpenAsync);
        Assert.Contains("is open in another process; stop that one, or set Store:Directory", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_stop_the_directory_is_free_again()
    {
        await (await OpenAsync()).DisposeAsync();
        await (await OpenAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_to_is_refused_in_one_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.Path, "data"), "a file is in the way", Cancellation);
        var failure = await Assert.ThrowsAsync<StoreStartException>(OpenAsync);
        Assert.Contains("cannot be written to; set Store:Directory", failure.Message, StringComparison.Ordinal);
    }

    private Task<OpenedStore> OpenAsync() =>
        Store.OpenAsync(new StoreOptions { MemoryMegabytes = 32, LogMegabytes = 32, CommandTimeout = IKillableStore.Patience }, _directory.Path, NullLoggerFactory.Instance, TimeProvider.System, Cancellation);
}
