using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Server.Screening;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Screening;

/// <summary>The screening of a host with nothing else around it: a clock that the test turns, everything that was logged and counted.</summary>
internal sealed class ScreeningHost : IAsyncDisposable
{
    public static readonly HookKey OldKey = new("k1", "the old secret"u8.ToArray());
    public static readonly HookKey NewKey = new("k2", "the new secret"u8.ToArray());

    private readonly ServiceProvider _services;
    private readonly MeterListener _listener = new();

    /// <param name="step">The one remote step that is on.</param>
    /// <param name="address">Whom the site asks; null for nobody.</param>
    /// <param name="settings">Configuration, e.g. <c>Screening:Toxicity:BreakFrom</c>.</param>
    public ScreeningHost(StepPolicy step, Uri? address, params (string Key, string Value)[] settings)
    {
        // Every host has a site of its own: the meters are the process's.
        Site = new SiteId("site-" + Guid.NewGuid().ToString("N"));
        var values = settings.Append(("Screening:AllowHttp", "true")).DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => (string?)pair.Item2);
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Remembering(Log)))
            .AddScreening()
            .BuildServiceProvider();
        _services.GetRequiredService<SiteScreeners>().Set(Site, new ScreeningPolicy
        {
            Rules = [new PolicyRule(1, "Be kind", ""), new PolicyRule(2, "No spam", "")],
            Words = new() { Banned = ["blorp"] },
            Steps = [new StepPolicy { Step = StepNames.Words, Action = Verdict.Reject }, step],
        });
        if (address is not null)
            _services.GetRequiredService<KnownEndpoints>().Set(Site, new ToxicityEndpoint(address, "the key"), new HookEndpoint(address, [OldKey, NewKey]));
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ScreeningMeters.Name) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Counted.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        _listener.Start();
    }

    public SiteId Site { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2030, 5, 1, 12, 0, 0, TimeSpan.Zero));

    public ConcurrentQueue<string> Log { get; } = [];

    public ConcurrentBag<string> Counted { get; } = [];

    public Task<ScreeningOutcome> ScreenAsync(string text, bool isTrusted = false) => _services.GetRequiredService<ScreeningPipeline>().ScreenAsync(
        Site,
        new ScreeningSubject
        {
            Text = text,
            At = Time.GetUtcNow(),
            AuthorId = new UserId("u-1"),
            AuthorName = "Nare",
            Key = new ThreadKey(Site, new ArticleId("article-9")),
            Author = new AuthorFacts { IsTrusted = isTrusted },
        },
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _services.DisposeAsync();
    }
}
