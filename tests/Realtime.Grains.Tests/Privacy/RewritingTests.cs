using Microsoft.Extensions.Logging;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Sites;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;
using Realtime.Grains.Tests.Journals;
using Xunit;

namespace Realtime.Grains.Tests.Privacy;

/// <summary>A journal that is rewritten has lost nothing, and nobody may take it that it has.</summary>
public class RewritingTests
{
    private static readonly JournalKey Gazette = new("gazette");
    private static readonly SiteAggregate Kind = new();
    private static readonly UserId Ann = new("u-17");
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly InterceptedJournal _journal = new();
    private readonly Turns _turns = new();
    private readonly Warnings _warnings = new();

    [Fact]
    public async Task It_begins_an_epoch_in_which_nothing_was_lost()
    {
        var copy = await CopyAfterAsync(GiveAsync);
        var before = copy.Position;

        await RewriteAsync();

        Assert.Equal(1, _journal.Count("renew"));
        Assert.True(await copy.RepairAsync());
        Assert.True(copy.Position.Epoch > before.Epoch);
        Assert.Empty(copy.Look(one => one.State.Roles));
        Assert.DoesNotContain(_warnings.Told, warning => warning.Contains("lost", StringComparison.Ordinal) || warning.Contains("gone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rewrite")]
    [InlineData("renew")]
    [InlineData("save")]
    public async Task A_copy_that_reads_in_the_middle_of_it_recognizes_its_own_history(string at)
    {
        var copy = await CopyAfterAsync(GiveAsync);
        Func<string, Task> read = async method =>
        {
            if (method == at) Assert.True(await copy.RepairAsync());
        };
        (_journal.Before, _journal.After) = (read, read);

        await RewriteAsync();

        (_journal.Before, _journal.After) = (_ => Task.CompletedTask, _ => Task.CompletedTask);
        Assert.True(await copy.RepairAsync());
        Assert.Equal(copy.Position, copy.Claim);
        Assert.Empty(copy.Look(one => one.State.Roles));
        Assert.DoesNotContain(_warnings.Told, warning => warning.Contains("lost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copy_of_entries_before_takes_nothing_in_that_does_not_lead_from_there_to_now()
    {
        var copy = await CopyAfterAsync(GiveAsync);
        await GiveAsync(Roles.None);

        await RewriteAsync();

        Assert.True(await copy.RepairAsync());
        Assert.Equal((await _journal.ReplayAsync(Kind, Gazette)).Roles, copy.Look(one => one.State.Roles));
    }

    [Fact]
    public async Task A_copy_of_a_snapshot_does_not_take_it_that_the_entry_which_it_has_never_seen_is_lost()
    {
        await GiveAsync(Roles.Staff);
        await _turns.RunAsync(async () => await (await ServeAsync()).Rewriting.KeepSnapshotAsync());
        var copy = await CopyAfterAsync(_ => Task.CompletedTask);
        await GiveAsync(Roles.None);

        Assert.True(await copy.RepairAsync());

        Assert.Equal((copy.Position, 2), (copy.Claim, copy.Position.Sequence));
        Assert.Empty(_warnings.Told);
    }

    private async Task<FedCopy<StateCopy<Site, SiteCommand, SiteEvent>, SiteEvent>> CopyAfterAsync(Func<Roles, Task> giveAsync)
    {
        await giveAsync(Roles.Moderator);
        async Task<StateCopy<Site, SiteCommand, SiteEvent>> LoadAsync() => new(Kind, await Kind.LoadAsync(_journal.Inner, Gazette, None));
        var make = new CopyReading<StateCopy<Site, SiteCommand, SiteEvent>, SiteEvent>(entry => Kind.Decode(entry.Span), LoadAsync);
        return new FedCopy<StateCopy<Site, SiteCommand, SiteEvent>, SiteEvent>(Gazette, await LoadAsync(), make, _journal.Inner, TimeProvider.System, _warnings);
    }

    private Task GiveAsync(Roles roles) => _turns.RunAsync(async () =>
    {
        var given = await (await ServeAsync()).ExecuteAsync(new GiveRoles { Actor = Say.Person("the-admin", Roles.Admin), User = Ann, Roles = roles });
        Assert.Null(given.Refusal);
    });

    private Task RewriteAsync() => _turns.RunAsync(async () =>
        await (await ServeAsync()).Rewriting.RewriteAloneAsync(site => @event => SiteRedaction.Of(@event, Ann, SiteRedaction.Outliving(site, Ann, DateTimeOffset.MaxValue))));

    private async Task<ServedAggregate<Site, SiteCommand, SiteEvent>> ServeAsync()
    {
        var site = new ServedAggregate<Site, SiteCommand, SiteEvent>(Kind, Gazette, _journal, new WriterOptions(), TimeProvider.System, _warnings);
        await site.OpenAsync(None);
        return site;
    }

    private sealed class Warnings : ILogger
    {
        public List<string> Told { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // A replica that starts afresh in a new epoch is told of, and does no harm.
            if (IsEnabled(logLevel)) Told.Add(formatter(state, exception));
        }
    }
}
