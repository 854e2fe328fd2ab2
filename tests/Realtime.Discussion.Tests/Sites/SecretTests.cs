using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Sites;

public class SecretTests
{
    private readonly LiveSite _site = new();

    [Fact]
    public void Two_secrets_of_a_purpose_are_valid_while_one_is_exchanged_for_the_other()
    {
        _site.AddSecret(People.Publisher, "old");
        _site.AddSecret(People.Publisher, "new");
        Refusals.Expect(RefusalCode.SecretInvalid, _site.AddSecret(People.Publisher, "third"));

        _site.Give(new RemoveSecret { Actor = People.Publisher, Id = "old" });

        Assert.Equal(["new"], _site.State.Secrets.Select(secret => secret.Id));
        Assert.True(_site.AddSecret(People.Publisher, "third").IsAccepted);
    }

    [Fact]
    public void Each_purpose_has_secrets_of_its_own()
    {
        foreach (var purpose in SecretPurposes.All) Assert.True(_site.AddSecret(People.Publisher, $"the-{purpose}", purpose).IsAccepted);
    }

    [Theory]
    [InlineData("", SecretPurposes.Hook)]
    [InlineData("a=b", SecretPurposes.Hook)]
    [InlineData("a,b", SecretPurposes.Hook)]
    [InlineData("realtime:guest", SecretPurposes.SignOn)]
    [InlineData("fine", "nothing")]
    public void A_secret_without_a_proper_name_or_purpose_is_refused(string id, string purpose) =>
        Refusals.Expect(RefusalCode.SecretInvalid, _site.AddSecret(People.Publisher, id, purpose));

    [Fact]
    public void A_name_is_given_once()
    {
        _site.AddSecret(People.Publisher, "key");
        Refusals.Expect(RefusalCode.SecretInvalid, _site.AddSecret(People.Publisher, "key", SecretPurposes.Hook));
    }

    [Fact]
    public void A_secret_that_is_not_there_cannot_be_removed() =>
        Refusals.Expect(RefusalCode.SecretUnknown, _site.Give(new RemoveSecret { Actor = People.Publisher, Id = "none" }));
}
