using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Realtime.Server.Identity;
using Realtime.Server.Secrets;
using Realtime.Server.Tests.Servers;

namespace Realtime.Server.Tests.Secrets;

/// <summary>Keys of servers that are configured in different ways.</summary>
internal static class Keys
{
    public const string One = "one key to keep secrets with, long enough", Other = "another key to keep secrets with, also long";

    public static ServerKeys Of(string? key, params string[] former) => In(Environments.Production, key, former);

    public static ServerKeys InDevelopment => In(Environments.Development, null);

    private static ServerKeys In(string environment, string? key, params string[] former) => new(
        Options.Create(new SecretsOptions { Key = key, FormerKeys = former }),
        Options.Create(new SigningOptions { SigningKey = Tokens.Key }),
        new HostingEnvironment { EnvironmentName = environment });
}
