using Realtime.Grains.Projections;
using Xunit;

namespace Realtime.Grains.Tests.Projections;

public class TouchedNumbersTests
{
    private readonly TouchedNumbers _touched = new();

    [Fact]
    public void The_lowest_are_taken_first_and_each_once()
    {
        _touched.Add([130, 7, 64, 63, 7]);

        Assert.Equal(4, _touched.Count);
        Assert.Equal([7, 63, 64], _touched.Take(3));
        Assert.Equal([130], _touched.Take(3));
        Assert.Empty(_touched.Take(3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_added_and_taken_in_turns_it_is_a_sorted_set(int seed)
    {
        var (random, set) = (new Random(seed), new SortedSet<int>());
        for (var step = 0; step < 500; step++)
        {
            var added = Enumerable.Range(0, random.Next(40)).Select(_ => 1 + random.Next(2000)).ToList();
            _touched.Add(added);
            set.UnionWith(added);
            var expected = set.Take(random.Next(60)).ToList();
            set.ExceptWith(expected);

            Assert.Equal(expected, _touched.Take(expected.Count));
            Assert.Equal(set.Count, _touched.Count);
        }
    }
}
