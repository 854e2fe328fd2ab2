using System.Net;
using Realtime.Faults.Histories;

namespace Realtime.Faults.Clients;

/// <summary>One commenter: posts, waits for the acknowledgement, thinks, posts again. An attempt that fails is repeated with the same id, elsewhere.</summary>
internal sealed class Writer(int index, WriterTerms terms, Hosts hosts, Api api, HistoryRecorder recorder, RunClock clock, Random random)
{
    private readonly string _name = $"writer{index}";
    private Uri _host = hosts.Pick(random);
    private int _count;

    /// <summary>Called with every post once its outcome is known.</summary>
    public Action<PostRecord> Posted { get; init; } = _ => { };

    /// <summary>Posts until told to stop; the post under way then still gets its answer.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var record = await PostAsync(ChooseArticle(), Operations.Id(index, ++_count));
            recorder.Record(record);
            Posted(record);
            await Task.Delay(terms.Pace * (0.5 + random.NextDouble()), stopping).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private string ChooseArticle() => random.NextDouble() < terms.HotShare ? terms.Articles[0] : terms.Articles[random.Next(terms.Articles.Count)];

    private async Task<PostRecord> PostAsync(string article, string op)
    {
        var record = new PostRecord { Op = op, Writer = _name, Article = article, Began = clock.Now, Ended = 0, Outcome = Outcome.Info, Attempts = 0 };
        var mayHaveHappened = false;
        while (clock.Now - record.Began < terms.Patience.TotalMilliseconds)
        {
            var began = clock.Now;
            var (answer, failure) = await AttemptAsync(article, op);
            record = record with { Attempts = record.Attempts + 1, LongestAttempt = Math.Max(record.LongestAttempt, clock.Now - began), Ended = clock.Now };
            if (answer is { IsAcknowledged: true })
                return record with { Outcome = Outcome.Ok, Number = answer.Number, Position = answer.Position, Status = (int)answer.Status };
            record = record with { Code = answer?.Code ?? answer?.Status.ToString() ?? failure };
            if (answer is { IsRetryable: false }) return record with { Outcome = mayHaveHappened ? Outcome.Info : Outcome.Fail, Status = (int)answer.Status };
            mayHaveHappened |= answer is null or { Status: HttpStatusCode.InternalServerError };
            if (answer is { Status: HttpStatusCode.Unauthorized }) api.Forget(_host, _name);
            await Task.Delay(answer?.RetryAfter is { } wait && wait < terms.RetryAtMost ? wait : terms.Retry * (0.5 + random.NextDouble()));
            _host = hosts.Pick(random, _host);
        }

        return record;
    }

    private async Task<(PostAnswer? Answer, string? Failure)> AttemptAsync(string article, string op)
    {
        using var timeout = new CancellationTokenSource(terms.AttemptTimeout);
        try
        {
            return (await api.PostAsync(_host, _name, article, new { clientCommentId = op, body = Operations.Body(op) }, timeout.Token), null);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return (null, e.GetType().Name);
        }
    }
}

internal sealed record WriterTerms
{
    /// <summary>The first is the hot one.</summary>
    public IReadOnlyList<string> Articles { get; init; } = ["hot", "warm", "cool"];

    /// <summary>The share of posts that go to the hot thread; the others go to any.</summary>
    public double HotShare { get; init; } = 0.6;

    /// <summary>Between two posts of one writer, on average.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromMilliseconds(60);

    public TimeSpan Retry { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>A <c>Retry-After</c> is kept to up to here.</summary>
    public TimeSpan RetryAtMost { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>A post that is not answered by then counts as failed.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(120);
}
