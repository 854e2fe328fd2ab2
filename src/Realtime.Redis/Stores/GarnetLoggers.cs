using Microsoft.Extensions.Logging;

namespace Realtime.Redis.Stores;

/// <summary>Lets through what an operator should know of: Garnet tells much of its start and its settings as warnings.</summary>
internal sealed class GarnetLoggers(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Quiet(inner.CreateLogger("Realtime.Store.Garnet." + categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose()
    {
        // The factory within is the host's.
    }

    private sealed class Quiet(ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error && logger.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && !IsOfClosing(exception)) logger.Log(logLevel, eventId, state, exception, formatter);
        }

        /// <summary>A renewal closes the connections, and who was about to answer through one finds it gone.</summary>
        private static bool IsOfClosing(Exception? exception) => exception is ObjectDisposedException { ObjectName: "System.Net.Sockets.Socket" };
    }
}
