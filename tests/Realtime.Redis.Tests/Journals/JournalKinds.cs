using Realtime.Discussion.Journal;
using Realtime.Redis.Tests.Processes;
using Realtime.Testing.Journals;

namespace Realtime.Redis.Tests.Journals;

public sealed class InMemoryJournalTests : JournalContract
{
    protected override IJournal Journal { get; } = new InMemoryJournal();

    protected override IJournal Rival => Journal;
}

public sealed class GarnetJournalTests(GarnetJournals journals) : JournalContract, IClassFixture<GarnetJournals>
{
    protected override IJournal Journal => journals.First;

    protected override IJournal Rival => journals.Second;
}

public sealed class RedisJournalTests(RedisJournals journals) : JournalContract, IClassFixture<RedisJournals>
{
    protected override IJournal Journal
    {
        get
        {
            Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.WhyMissing);
            return journals.First;
        }
    }

    protected override IJournal Rival => journals.Second;
}
