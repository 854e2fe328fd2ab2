using Realtime.Faults.Checks;
using Realtime.Faults.Faults;
using Realtime.Faults.Histories;

namespace Realtime.Faults.Runs;

/// <summary>Runs one fault from an empty directory to its row: strike, record, then judge what was recorded.</summary>
internal sealed class FaultRunner(RunOptions options, TimeProvider time)
{
    public async Task<Row> RunAsync(IFault fault, CancellationToken cancellation)
    {
        if (fault.Missing(options) is { } reason) return new Row { Fault = fault.Name, Verdict = Verdict.Skipped, Remarks = [reason] };
        var directory = Directory.CreateTempSubdirectory($"realtime-faults-{fault.Name}-").FullName;
        var clock = new RunClock(time);
        var recorder = new HistoryRecorder(directory);
        var run = new FaultRun(fault.Name, options, directory, recorder, clock, cancellation);
        await using (recorder) await StrikeAsync(fault, run);
        var row = await JudgeAsync(fault, run, cancellation) with { Seconds = clock.Now / 1000 };
        if (row.Verdict == Verdict.Failed || options.Keep) return row with { Directory = directory };
        Directory.Delete(directory, recursive: true);
        return row;
    }

    private static async Task StrikeAsync(IFault fault, FaultRun run)
    {
        run.Expect(run.Expectations);
        try
        {
            await fault.RunAsync(run);
        }
        catch (Exception e) when (!run.Cancellation.IsCancellationRequested)
        {
            run.Require(false, $"did not run to its end: {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Realtime.Faults", StringComparison.Ordinal))?.Trim()}");
        }
    }

    private static async Task<Row> JudgeAsync(IFault fault, FaultRun run, CancellationToken cancellation)
    {
        var history = await History.LoadAsync(run.Directory, cancellation);
        var figures = Figures.Of(history);
        // A run that broke off has no final logs: what needs them would only repeat that.
        var violations = history.Threads.Count > 0 ? Checker.Check(history) : [];
        if (figures.Failed > 0 && !fault.PostsMayFail) run.Require(false, $"{figures.Failed} posts failed for good");
        fault.Judge(run, history);
        return new Row
        {
            Fault = fault.Name,
            Verdict = violations.Count == 0 && run.Failures.Count == 0 ? Verdict.Passed : Verdict.Failed,
            Rounds = run.RoundsDone,
            Figures = figures,
            Fenced = run.Fenced,
            Violations = violations,
            Remarks = [.. run.Failures.Select(failure => "FAILED: " + failure), .. run.Notes],
        };
    }
}
