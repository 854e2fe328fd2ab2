namespace Realtime.Server.Renewal;

internal static class RenewalSetup
{
    public static IServiceCollection AddRenewal(this IServiceCollection services) =>
        services.AddSingleton<Renewals>().AddHostedService(provider => provider.GetRequiredService<Renewals>());
}
