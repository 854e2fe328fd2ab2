using Realtime.Discussion.Queue;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.Queue.Desk;

namespace Realtime.Discussion.Tests.Queue;

public class ClaimTests
{
    private static readonly TimeSpan Lease = new QueueOptions().Lease;

    private readonly Desk _desk = new();

    public ClaimTests() => _desk.Tell(1, Pending());

    [Fact]
    public void A_claimed_item_is_refused_to_another_moderator_who_hears_whose_it_is_and_until_when()
    {
        _desk.Claim(Mariam);
        var refused = _desk.Claim(Petros);

        Refusals.Expect(RefusalCode.ClaimedByAnother, refused);
        Assert.Equal((new DecidedBefore("claimed", Mariam.AsAuthor, Noon), Noon + Lease), (refused.Refusal!.Decided, refused.Refusal.Until));
    }

    [Fact]
    public void A_claim_ends_with_its_lease()
    {
        _desk.Claim(Mariam);
        _desk.Now += Lease;

        Assert.True(_desk.Claim(Petros).IsAccepted);
        Assert.Equal(Petros.Id, _desk.State.ClaimOf(Key(1), _desk.Now)?.By.Id);
    }

    [Fact]
    public void A_claim_is_renewed_by_who_holds_it()
    {
        _desk.Claim(Mariam);
        _desk.Now += Lease / 2;
        _desk.Claim(Mariam);

        Assert.Equal(_desk.Now + Lease, _desk.State.ClaimOf(Key(1), _desk.Now)?.Until);
    }

    [Fact]
    public void A_claim_just_made_needs_no_renewal()
    {
        _desk.Claim(Mariam);
        _desk.Now += TimeSpan.FromSeconds(1);

        Refusals.ExpectAlready(_desk.Claim(Mariam));
    }

    [Fact]
    public void A_released_item_is_free()
    {
        _desk.Claim(Mariam);
        _desk.Release(Mariam);

        Assert.True(_desk.Claim(Petros).IsAccepted);
    }

    [Fact]
    public void Nobody_releases_what_another_holds()
    {
        _desk.Claim(Mariam);

        Refusals.Expect(RefusalCode.ClaimedByAnother, _desk.Release(Petros));
    }

    [Fact]
    public void What_nobody_holds_is_released_already() => Refusals.ExpectAlready(_desk.Release(Mariam));

    [Fact]
    public void A_claim_ends_when_the_item_leaves()
    {
        _desk.Claim(Mariam);
        _desk.Tell(2, Comment() with { Ruling = Ruled() });
        _desk.Tell(3, Comment() with { Ruling = Ruled(), Reports = Reported() });

        Assert.True(_desk.Claim(Petros).IsAccepted);
    }

    [Fact]
    public void A_claim_stays_when_the_item_changes()
    {
        _desk.Claim(Mariam);
        _desk.Tell(2, Pending() with { Revision = 2 });

        Refusals.Expect(RefusalCode.ClaimedByAnother, _desk.Claim(Petros));
    }

    [Fact]
    public void Who_claims_what_has_been_decided_hears_by_whom()
    {
        _desk.Tell(2, Comment() with { Ruling = Ruled() });
        var refused = _desk.Claim(Petros);

        Refusals.Expect(RefusalCode.AlreadyDecided, refused);
        Assert.Equal(("approved", Mariam.Id), (refused.Refusal!.Decided!.Decision, refused.Refusal.Decided.By.Id));
    }

    [Fact]
    public void What_never_waited_cannot_be_claimed() => Refusals.Expect(RefusalCode.CommentUnknown, _desk.Claim(Mariam, 9));

    [Fact]
    public void Only_moderators_claim_and_release()
    {
        Refusals.Expect(RefusalCode.NotAllowed, _desk.Claim(People.Ani));
        Refusals.Expect(RefusalCode.NotAllowed, _desk.Release(People.Ani));
    }
}
