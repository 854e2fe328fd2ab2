using Xunit;

namespace Realtime.Grains.Tests.Versions;

/// <summary>
/// Silos of two versions run side by side while a cluster is upgraded. What they send is recognized by aliases and numbers that are never given up, never
/// used again for something else, and only ever added to.
/// </summary>
public class WireIdentityTests
{
    [Fact]
    public void Every_type_that_is_sent_has_an_alias_and_every_member_a_number()
    {
        Assert.All(WireIdentity.Sent, type => Assert.NotNull(WireIdentity.Alias(type)));
        Assert.All(WireIdentity.Sent.SelectMany(WireIdentity.Members), member => Assert.True(member.Id is not null, member.Name));
    }

    [Fact]
    public void Every_interface_and_method_that_is_called_has_an_alias()
    {
        Assert.All(WireIdentity.Called, type => Assert.NotNull(WireIdentity.Alias(type)));
        Assert.All(WireIdentity.Called.SelectMany(type => type.GetMethods()), method => Assert.True(WireIdentity.Alias(method) is not null, method.Name));
    }

    [Fact]
    public void Every_grain_names_its_type() =>
        Assert.All(WireIdentity.Serving, type => Assert.NotNull(WireIdentity.GrainTypeOf(type)));

    [Fact]
    public void No_alias_is_used_twice()
    {
        var aliases = WireIdentity.Sent.Concat(WireIdentity.Called).Select(WireIdentity.Alias).ToList();

        Assert.Equal(aliases.Distinct(), aliases);
    }

    /// <summary>
    /// New lines may be added to the file: copy <c>wire.present</c>, which stands beside it in the output, and look at the difference. A line that changes or
    /// goes breaks every upgrade of a running cluster.
    /// </summary>
    [Fact]
    public async Task What_silos_know_each_other_by_is_what_stands_in_the_golden_file()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Golden", "wire.golden");
        await File.WriteAllLinesAsync(Path.ChangeExtension(file, "present"), WireIdentity.Lines(), TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken), WireIdentity.Lines());
    }
}
