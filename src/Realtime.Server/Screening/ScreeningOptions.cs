using Microsoft.Extensions.Options;

namespace Realtime.Server.Screening;

/// <summary>How the host asks other servers about a comment (configuration section <c>Screening</c>). Which site asks whom is the site's own setting.</summary>
internal sealed record ScreeningOptions
{
    /// <summary>False screens no comment on any site: for load tests, and for an operator whose screening stands in everybody's way. Standing and review hold all the same.</summary>
    public bool Enabled { get; init; } = true;

    public RemoteBudget Toxicity { get; init; } = new() { Within = TimeSpan.FromMilliseconds(800) };

    public RemoteBudget External { get; init; } = new() { Within = TimeSpan.FromSeconds(1) };

    /// <summary>Whether servers may be asked over plain http: for development and for neighbours in the same network only.</summary>
    public bool AllowHttp { get; init; }

    public IEnumerable<string> Mistakes() => Toxicity.Mistakes("Screening:Toxicity").Concat(External.Mistakes("Screening:External"));
}

/// <summary>What a commenter is kept waiting for at most, and when a server that fails is left in peace.</summary>
internal sealed record RemoteBudget
{
    /// <summary>From sending to the last byte of the answer.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The share of failures from which on the server is not asked for a while, 0 to 1.</summary>
    public double BreakAtShare { get; init; } = 0.5;

    /// <summary>Requests within <see cref="BreakOver"/> from which on the share means something.</summary>
    public int BreakFrom { get; init; } = 10;

    public TimeSpan BreakOver { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it is left in peace.</summary>
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromSeconds(15);

    public IEnumerable<string> Mistakes(string key)
    {
        if (Within < TimeSpan.FromMilliseconds(10) || Within > TimeSpan.FromMinutes(1)) yield return $"{key}:Within must be between 10 milliseconds and a minute.";
        if (BreakAtShare is not (> 0 and <= 1)) yield return $"{key}:BreakAtShare must be above 0 and at most 1.";
        if (BreakFrom < 2) yield return $"{key}:BreakFrom must be at least 2.";
        if (BreakOver < TimeSpan.FromMilliseconds(500)) yield return $"{key}:BreakOver must be at least half a second.";
        if (BreakFor < TimeSpan.FromMilliseconds(500)) yield return $"{key}:BreakFor must be at least half a second.";
    }
}

internal sealed class ScreeningOptionsCheck : IValidateOptions<ScreeningOptions>
{
    public ValidateOptionsResult Validate(string? name, ScreeningOptions options) =>
        options.Mistakes().ToList() is { Count: > 0 } mistakes ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;
}
