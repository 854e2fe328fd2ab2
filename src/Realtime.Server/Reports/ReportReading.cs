using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;
using Realtime.Grains.Commenters;
using Realtime.Server.Bodies;
using Realtime.Server.Commenting;
using Realtime.Server.Refusals;

namespace Realtime.Server.Reports;

/// <summary>Makes a command of what a reader sends about a comment, weighed by what became of their reports before. Outages are refusals too.</summary>
internal sealed class ReportReading(ICommenters commenters)
{
    public async Task<Answer<ReportComment>> ReadAsync(Actor actor, SiteId site, int number, ReportRequest request, CancellationToken cancellation)
    {
        if (request.Reason is not { } reason) return RefusalCode.RequestMalformed;
        if (Refuse(request, out var detail) is { } wrong) return wrong;
        try
        {
            return new ReportComment
            {
                Actor = actor,
                Number = number,
                Reason = reason,
                Detail = detail,
                IsDiscounted = reason != IllegalContentNotice.Reason && !actor.IsOfTheHouse && !await CountsAsync(site, actor.Id, cancellation),
            };
        }
        catch (JournalUnavailableException)
        {
            return RefusalCode.StoreUnavailable;
        }
    }

    private async Task<bool> CountsAsync(SiteId site, UserId reporter, CancellationToken cancellation) =>
        (await commenters.FindAsync(site, reporter, cancellation))?.State.ReporterStanding.Counts ?? true;

    private static Refusal? Refuse(ReportRequest request, out string? detail)
    {
        if (request.Notice is { } notice && request.Reason == IllegalContentNotice.Reason) return Refuse(notice, out detail);
        return ReportDetails.TryRead(request.Detail, out detail) is { } code ? new Refusal(code) : null;
    }

    /// <summary>The notice as it stands in the report's detail.</summary>
    private static Refusal? Refuse(NoticeRequest request, out string? detail)
    {
        detail = null;
        if (ReportDetails.TryRead(request.Ground, out var ground) is { } wrongGround) return new Refusal(wrongGround);
        if (ReportDetails.TryRead(request.Explanation, out var explanation) is { } wrongExplanation) return new Refusal(wrongExplanation);
        if (ReportDetails.TryRead(request.Contact, out var contact) is { } wrongContact) return new Refusal(wrongContact);
        var notice = new IllegalContentNotice { Ground = ground ?? "", Explanation = explanation ?? "", Contact = contact, InGoodFaith = request.InGoodFaith is true };
        if (notice.Mistake() is { } mistake) return mistake;
        detail = notice.ToDetail();
        return null;
    }
}
