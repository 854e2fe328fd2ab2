using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Realtime.Redis.Stores;

namespace Realtime.Server.Hosting;

/// <summary>The server cannot start; the message is the sentence for the operator.</summary>
internal sealed class FailedStartException(string sentence, Exception? inner = null) : Exception(sentence, inner);

/// <summary>
/// Tells an operator in one sentence on the error output why the server did not start. A failure that is not foreseen here keeps its stack trace:
/// it is a defect, and somebody will have to find it.
/// </summary>
internal static class FailedStart
{
    public const int ExitCode = 1;

    public static async Task<int> ExplainAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (Exception e) when (Sentence(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return ExitCode;
        }
    }

    private static string? Sentence(Exception failure) => failure switch
    {
        FailedStartException or StoreStartException => failure.Message,
        OptionsValidationException invalid => string.Join(' ', invalid.Failures),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => failure.Message,
        IOException { InnerException: AddressInUseException } => $"{failure.Message} Choose another one with --urls.",
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } =>
            $"The server cannot listen on the address it was given: {failure.Message}. Choose another one with --urls.",
        _ => null,
    };
}
