using CsCheck;
using Realtime.Grains.Aggregates;
using Xunit;

namespace Realtime.Grains.Tests.Threads;

public class RecentTests
{
    [Fact]
    public void It_holds_the_last_items_within_its_limits() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 200], Gen.Int[1, 20].List[0, 120], Gen.Int[0, 1000]).Sample((capacity, maxBytes, sizes, start) =>
        {
            var recent = new Recent<int>(capacity, maxBytes);
            recent.Restart(start);
            for (var i = 0; i < sizes.Count; i++) recent.Add(start + 1 + i, sizes[i]);
            var held = Enumerable.Range(start + 1, sizes.Count).Where(sequence => recent.Holds(sequence)).ToList();
            Assert.Equal(held, recent.Read(recent.Head - held.Count, int.MaxValue, long.MaxValue));
            Assert.True(held.Count <= capacity);
            Assert.True(held.Count <= 1 || held.Sum(sequence => sizes[sequence - start - 1]) <= maxBytes);
            Assert.Equal(sizes.Count > 0, held.Contains(start + sizes.Count));
            Assert.True(recent.Reaches(recent.Head - held.Count) && !recent.Reaches(recent.Head - held.Count - 1));
        });

    [Fact]
    public void A_reading_stops_at_its_limits_but_has_at_least_one_item()
    {
        var recent = new Recent<int>(10, 1000);
        for (var i = 1; i <= 5; i++) recent.Add(i, 100);

        Assert.Equal([2, 3], recent.Read(1, 2, 1000));
        Assert.Equal([2], recent.Read(1, 10, 50));
        Assert.Empty(recent.Read(5, 10, 1000));
    }
}
