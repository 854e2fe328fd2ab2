namespace Realtime.Redis.Stores;

/// <summary>The store cannot be used. The message is for the operator: one sentence that says what to set or stop.</summary>
public sealed class StoreStartException(string message, Exception? inner = null) : Exception(message, inner);
