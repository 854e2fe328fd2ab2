using System.Net;
using Realtime.Faults.Histories;
using Realtime.Faults.Processes;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Clients;

/// <summary>One comment that a moderator has to see, sent with the same id until the server has acknowledged it.</summary>
internal sealed class HeldPost(Api api, FaultRun run, ServerProcess server, string user, string article, string op)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly double _began = run.Clock.Now;
    private QueuedComment? _acknowledged;
    private int _attempts;

    /// <summary>Why nobody knows what became of the last attempt.</summary>
    public string? Failure { get; private set; }

    /// <summary>One attempt; false when nobody knows what became of it.</summary>
    public async Task<bool> TryAsync()
    {
        _attempts++;
        try
        {
            var answer = await api.PostAsync(server.Address, user, article, new { clientCommentId = op, body = Operations.Body(op) }, run.Cancellation);
            if (answer.Status == HttpStatusCode.Unauthorized) api.Forget(server.Address, user);
            Failure = $"{(int)answer.Status} {answer.Code}";
            if (answer.IsAcknowledged) Acknowledge(answer);
            return answer.IsAcknowledged;
        }
        catch (Exception e) when (!run.Cancellation.IsCancellationRequested && e is HttpRequestException or IOException or OperationCanceledException)
        {
            Failure = e.Message;
            return false;
        }
    }

    /// <summary>The comment, as the server has acknowledged it at last.</summary>
    public async Task<QueuedComment> AcknowledgedAsync()
    {
        var from = run.Clock.Now;
        while (_acknowledged is null && run.Clock.Now - from < Patience.TotalMilliseconds)
            if (!await TryAsync()) await run.WaitAsync(TimeSpan.FromMilliseconds(50));
        return _acknowledged ?? throw new InvalidOperationException($"{op} was not acknowledged within {Patience}: {Failure}.");
    }

    private void Acknowledge(PostAnswer answer)
    {
        _acknowledged = new QueuedComment(article, answer.Number!.Value);
        run.Recorder.Record(new PostRecord
        {
            Op = op,
            Writer = user,
            Article = article,
            Began = _began,
            Ended = run.Clock.Now,
            Outcome = Outcome.Ok,
            Attempts = _attempts,
            Number = answer.Number,
            Position = answer.Position,
            Status = (int)answer.Status,
        });
    }
}
