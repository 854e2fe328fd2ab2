using Realtime.Server.Hosting;

namespace Realtime.Server.Secrets;

internal static class SecretsSetup
{
    public static void AddSecrets(this WebApplicationBuilder builder)
    {
        builder.AddSettings<SecretsOptions>("Secrets", options => options.Mistakes());
        builder.Services.AddSingleton<ServerKeys>().AddSingleton<SecretBox>().AddSingleton<AddressHashes>();
    }
}
