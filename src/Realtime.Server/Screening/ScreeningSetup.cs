using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Realtime.Discussion.Screening;

namespace Realtime.Server.Screening;

internal static class ScreeningSetup
{
    /// <summary>
    /// Registers <see cref="ScreeningPipeline"/>, <see cref="SiteScreeners"/> and the remote steps, with options from the section <c>Screening</c>.
    /// Whom a site asks comes from <see cref="IScreeningEndpoints"/>; register another one first to take it from elsewhere than memory.
    /// </summary>
    public static IServiceCollection AddScreening(this IServiceCollection services)
    {
        services.AddOptions<ScreeningOptions>().BindConfiguration("Screening").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScreeningOptions>, ScreeningOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<KnownEndpoints>();
        services.TryAddSingleton<IScreeningEndpoints>(provider => provider.GetRequiredService<KnownEndpoints>());
        services.AddSingleton<SiteScreeners>();
        services.AddSingleton<RemoteClient>();
        services.AddSingleton<IRemoteStep, ToxicityStep>();
        services.AddSingleton<IRemoteStep, ExternalStep>();
        services.AddSingleton<ScreeningPipeline>();
        services.AddRemote(StepNames.Toxicity, options => options.Toxicity);
        services.AddRemote(StepNames.External, options => options.External);
        return services;
    }

    /// <summary>A client with its budget: a breaker per server asked, so that one site's broken server is no other site's trouble. No retries: a commenter waits.</summary>
    private static void AddRemote(this IServiceCollection services, string step, Func<ScreeningOptions, RemoteBudget> budgetOf)
    {
        var client = services.AddHttpClient(step, http => http.Timeout = Timeout.InfiniteTimeSpan)
            // A redirect would carry the signed text to a place that nobody has configured.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            // The client's own logging names the addresses.
            .RemoveAllLoggers();
        client.AddResilienceHandler(step, (pipeline, context) =>
            Protect(pipeline, step, budgetOf(context.ServiceProvider.GetRequiredService<IOptions<ScreeningOptions>>().Value), context.ServiceProvider)).SelectPipelineBy(_ => NameOf);
        client.AddHttpMessageHandler(() => new WholeAnswer());
    }

    /// <summary>The server asked, as a name that can be logged: the pipeline's own telemetry tells it, and an address is for no log.</summary>
    private static string NameOf(HttpRequestMessage request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.RequestUri!.Authority)).AsSpan(0, 6));

    private static void Protect(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, string step, RemoteBudget budget, IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILogger<ScreeningPipeline>>();
        pipeline.TimeProvider = services.GetRequiredService<TimeProvider>();
        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = budget.BreakAtShare,
            MinimumThroughput = budget.BreakFrom,
            SamplingDuration = budget.BreakOver,
            BreakDuration = budget.BreakFor,
            OnOpened = opened => Said(() => logger.CircuitOpened(step, opened.BreakDuration)),
            OnClosed = _ => Said(() => logger.CircuitClosed(step)),
        });
        pipeline.AddTimeout(budget.Within);
    }

    private static ValueTask Said(Action log)
    {
        log();
        return ValueTask.CompletedTask;
    }
}
