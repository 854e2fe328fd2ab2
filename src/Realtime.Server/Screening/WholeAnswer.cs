namespace Realtime.Server.Screening;

/// <summary>
/// Reads the whole answer before it is handed on. It stands inside the time budget and the circuit breaker: otherwise they would end with the
/// headers, and a server that trickles its body would hold a commenter as long as it likes.
/// </summary>
internal sealed class WholeAnswer : DelegatingHandler
{
    private const int LargestAnswer = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
