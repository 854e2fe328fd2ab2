namespace Realtime.Server.Renewal;

/// <summary>Whether something of an erased person is left in the store's own files, as the wire says it.</summary>
internal static class StoreFiles
{
    /// <summary>Nothing is.</summary>
    public const string Clean = "clean";

    /// <summary>Until they have been renewed, which follows by itself.</summary>
    public const string Pending = "pending";

    /// <summary>Until the store's operator has them renewed; this server may not.</summary>
    public const string Operator = "operator";
}
