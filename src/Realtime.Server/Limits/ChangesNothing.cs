namespace Realtime.Server.Limits;

/// <summary>Marks an endpoint that is called with a body and only reads.</summary>
internal sealed class ChangesNothing
{
    private ChangesNothing()
    {
    }

    public static ChangesNothing Instance { get; } = new();
}
