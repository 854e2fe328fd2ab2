using Microsoft.Extensions.Options;

namespace Realtime.Server.Hosting;

/// <summary>Configuration sections, read once at start: a mistake stops the start with a sentence that names the key.</summary>
internal static class Settings
{
    /// <summary>Reads the section and makes it available as <see cref="IOptions{T}"/>.</summary>
    /// <exception cref="FailedStartException">The section cannot be read, or has mistakes.</exception>
    public static T AddSettings<T>(this IHostApplicationBuilder builder, string section, Func<T, IEnumerable<string>> mistakesOf)
        where T : class, new()
    {
        var settings = Read<T>(builder.Configuration.GetSection(section));
        var mistakes = string.Join(' ', mistakesOf(settings));
        if (mistakes.Length > 0) throw new FailedStartException(mistakes);
        builder.Services.AddSingleton(Options.Create(settings));
        return settings;
    }

    private static T Read<T>(IConfigurationSection section)
        where T : class, new()
    {
        try
        {
            return section.Get<T>() ?? new T();
        }
        catch (InvalidOperationException e)
        {
            throw new FailedStartException(e.Message, e);
        }
    }
}
