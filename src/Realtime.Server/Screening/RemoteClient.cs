using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Realtime.Server.Screening;

/// <summary>Sends a request of a step and gives its answer as JSON, or says in one word why there is none.</summary>
internal sealed class RemoteClient(IHttpClientFactory clients, Microsoft.Extensions.Options.IOptions<ScreeningOptions> options)
{
    /// <summary>Null when the answer is "204 No Content".</summary>
    /// <exception cref="RemoteFailure">There is no answer, or none that can be understood.</exception>
    public async Task<JsonDocument?> SendAsync(string step, HttpRequestMessage request, CancellationToken cancellation)
    {
        if (!MayAsk(request.RequestUri)) throw new RemoteFailure(RemoteFailureReason.Refused);
        try
        {
            using var client = clients.CreateClient(step);
            using var response = await client.SendAsync(request, cancellation);
            if (response.StatusCode == System.Net.HttpStatusCode.NoContent) return null;
            if (response.StatusCode != System.Net.HttpStatusCode.OK) throw new RemoteFailure(RemoteFailureReason.BadStatus);
            return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation), new JsonDocumentOptions { MaxDepth = 8 });
        }
        catch (Exception e) when (ReasonOf(e) is { } reason && !cancellation.IsCancellationRequested)
        {
            throw new RemoteFailure(reason);
        }
    }

    private bool MayAsk(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || options.Value.AllowHttp && address.Scheme == Uri.UriSchemeHttp);

    private static RemoteFailureReason? ReasonOf(Exception e) => e switch
    {
        TimeoutRejectedException => RemoteFailureReason.TooSlow,
        BrokenCircuitException => RemoteFailureReason.LeftInPeace,
        HttpRequestException or IOException or OperationCanceledException => RemoteFailureReason.Unreachable,
        JsonException => RemoteFailureReason.Malformed,
        _ => null,
    };
}
