using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace Realtime.Server.Telemetry;

/// <summary>What operators look at: the product's own meters, Orleans', ASP.NET Core's and the runtime's, for Prometheus to fetch from <c>/metrics</c>.</summary>
internal static class TelemetrySetup
{
    private static readonly string[] Meters =
    [
        "Realtime.*", "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.RateLimiting", "System.Runtime",
    ];

    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

    private const int Series = 100;

    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Meters).AddView(ViewOf).AddPrometheusExporter());
        return services;
    }

    /// <summary>Counts and durations only, no ids of threads or people. Still the operators' alone: keep the path from the public at the proxy.</summary>
    public static void MapTelemetry(this IEndpointRouteBuilder routes) => routes.MapPrometheusScrapingEndpoint("/metrics");

    /// <summary>The default buckets are for milliseconds, while durations are measured in seconds; and memory is kept for every series that might come.</summary>
    private static MetricStreamConfiguration ViewOf(Instrument instrument) => instrument.Unit == "s"
        ? new ExplicitBucketHistogramConfiguration { Boundaries = Seconds, CardinalityLimit = Series }
        : new MetricStreamConfiguration { CardinalityLimit = Series };
}
