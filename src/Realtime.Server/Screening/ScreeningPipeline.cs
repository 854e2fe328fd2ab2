using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Folding;

namespace Realtime.Server.Screening;

/// <summary>
/// Runs the steps of a site's policy, in its order. Steps of this process always run, so that a moderator sees everything there is to see; other
/// servers are not asked about a comment that is refused already. A broken step says what the policy has it say, and is counted.
/// </summary>
internal sealed class ScreeningPipeline(SiteScreeners screeners, IEnumerable<IRemoteStep> remote, TimeProvider time, ILogger<ScreeningPipeline> logger)
{
    private readonly Dictionary<string, IRemoteStep> _remote = remote.ToDictionary(step => step.Name);

    public async Task<ScreeningOutcome> ScreenAsync(SiteId site, ScreeningSubject subject, CancellationToken cancellation)
    {
        if (subject.Author.IsTrusted) return ScreeningOutcome.Clean;

        var (screener, folded, started) = (screeners.Of(site), FoldedText.Of(subject.Text), time.GetTimestamp());
        var (findings, tags) = (new List<Finding>(), new List<string>());
        foreach (var step in screener.Steps)
        {
            var before = findings.Count;
            if (!_remote.TryGetValue(step.Step, out var asked)) findings.AddRange(screener.Look(step, subject, folded));
            else if (findings.TrueForAll(finding => finding.Verdict < Verdict.Reject))
                await AskAsync(asked, step, new RemoteQuestion(site, subject, screener.Policy, [.. findings]), findings, tags, cancellation);
            foreach (var finding in findings.Skip(before)) ScreeningMeters.Found(finding.Step, finding.Verdict);
        }

        var outcome = screener.Conclude(subject, findings, tags);
        ScreeningMeters.Screened(outcome.Verdict, time.GetElapsedTime(started));
        return outcome;
    }

    private async Task AskAsync(
        IRemoteStep asked, StepPolicy step, RemoteQuestion question, List<Finding> findings, List<string> tags, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        try
        {
            var answer = await asked.AskAsync(question, cancellation);
            tags.AddRange(answer.Tags);
            if (answer.Seen is { } seen) findings.Add(Screener.Find(step, seen) with { Rule = answer.Rule ?? step.Rule });
        }
        catch (RemoteFailure failure)
        {
            ScreeningMeters.Failed(step.Step, failure.Reason);
            logger.StepBroken(question.Site.Value, step.Step, failure.Reason, step.Fallback);
            if (step.Fallback > Verdict.Allow)
                findings.Add(new Finding { Step = step.Step, Verdict = step.Fallback, Code = "step_broken", Detail = failure.Reason.ToString() });
        }
        finally
        {
            ScreeningMeters.Asked(step.Step, time.GetElapsedTime(started));
        }
    }
}
