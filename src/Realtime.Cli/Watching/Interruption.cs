using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.SignalR;
using Realtime.Cli.Screens;
using Realtime.Cli.Wire;

namespace Realtime.Cli.Watching;

/// <summary>Tells in one sentence why a connection failed, and whether another attempt can help.</summary>
internal static class Interruption
{
    /// <exception cref="WatchFailedException">Another attempt would fail in the same way.</exception>
    public static string Explain(Exception failure, Uri server) => failure switch
    {
        HttpRequestException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } =>
            throw new WatchFailedException($"The server at {server} does not accept the token.", failure),
        HttpRequestException { StatusCode: HttpStatusCode.NotFound } => $"What answers at {server} is not a Realtime server.",
        HttpRequestException { StatusCode: { } status } => $"The server at {server} answers with status {(int)status}.",
        HttpRequestException { InnerException: SocketException socket } => $"No server answers at {server} ({SafeText.Line(socket.Message)}).",
        HubException hub => Explain(hub),
        TimeoutException or OperationCanceledException => "The server does not answer in time.",
        _ => $"The connection failed ({SafeText.Line(failure.Message)}).",
    };

    private static string Explain(HubException failure)
    {
        if (HubRefusal.Read(failure.Message) is not { } refusal) return $"The server failed ({SafeText.Line(failure.Message)}).";
        var sentence = $"{SafeText.Line(refusal.Title)} ({SafeText.Line(refusal.Code)})";
        return refusal.IsFinal ? throw new WatchFailedException(sentence, failure) : sentence;
    }
}
