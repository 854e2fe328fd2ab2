using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;
using Realtime.Server.Commenting;
using Realtime.Server.Refusals;
using Realtime.Server.Sites;

namespace Realtime.Server.Moderation;

/// <summary>What moderators decide about single comments, the same over HTTP and on the hub. Outages are refusals too.</summary>
internal sealed class CommentDecisions(ThreadWriting writing, IThreadReplicas replicas, ServedSites sites, IOptions<DiscussionRules> rules)
{
    public async Task<Answer<ChangedComment>> DecideAsync(Actor actor, ThreadKey thread, int number, DecisionRequest request, CancellationToken cancellation)
    {
        if (!actor.IsOfTheHouse) return RefusalCode.NotAllowed;
        if (request is not { Decision: { } decision, Revision: { } revision }) return RefusalCode.RequestMalformed;
        try
        {
            var command = decision == Decisions.Move
                ? await MoveAsync(actor, thread, number, request, cancellation)
                : await JudgeAsync(thread, new DecideComment { Actor = actor, Number = number, Decision = decision, Revision = revision }, request, cancellation);
            return command.Value is { } given ? await writing.ChangeCommentAsync(thread, given, cancellation) : command.Refusal!;
        }
        catch (JournalUnavailableException)
        {
            return RefusalCode.StoreUnavailable;
        }
    }

    private async ValueTask<Answer<ThreadCommand>> JudgeAsync(ThreadKey thread, DecideComment decide, DecisionRequest request, CancellationToken cancellation)
    {
        if (ModeratorNotes.TryRead(request.Note, out var note) is { } unreadable) return unreadable;
        if (await RefuseRuleAsync(thread.Site, request.Rule, cancellation) is { } unknown) return unknown;
        return decide with { Reason = request.Reason, Rule = request.Rule, Note = note, After = request.After };
    }

    /// <summary>A rule that the policy does not have would be told to the author all the same.</summary>
    public async ValueTask<Refusal?> RefuseRuleAsync(SiteId site, int? rule, CancellationToken cancellation)
    {
        if (rule is not { } number) return null;
        var known = (await sites.OpenAsync(site, cancellation)).Site.Screening.Rules;
        if (number >= 1 && (known.Count == 0 || known.Any(one => one.Number == number))) return null;
        return new Refusal(RefusalCode.RequestMalformed) { Detail = "rule must be the number of a rule of the policy." };
    }

    private async ValueTask<Answer<ThreadCommand>> MoveAsync(Actor actor, ThreadKey thread, int number, DecisionRequest request, CancellationToken cancellation)
    {
        if (!actor.MayModerate) return RefusalCode.NotAllowed;
        if (!ArticleId.TryParse(request.To, out var to)) return RefusalCode.ArticleInvalid;
        if (to == thread.Article) return RefusalCode.DecisionImpossible;
        var target = await replicas.OpenAsync(thread with { Article = to }, cancellation);
        if (!target.Exists && !rules.Value.LazyArticles) return RefusalCode.ArticleUnknown;
        return new MoveComments { Actor = actor, Number = number, Revision = request.Revision!.Value, To = to, After = request.After };
    }
}
