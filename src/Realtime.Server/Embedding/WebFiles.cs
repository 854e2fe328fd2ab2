using System.Reflection;
using System.Text;

namespace Realtime.Server.Embedding;

/// <summary>The files for browsers: those of this server's own pages, which are in the program, and the embed's, which its build leaves beside it.</summary>
internal sealed class WebFiles
{
    public const string Directory = "web", Embed = "/embed.js";

    private const string PagesPrefix = "pages/";

    private WebFiles(IReadOnlyList<WebFile> all) => All = all;

    public IReadOnlyList<WebFile> All { get; }

    /// <summary>Without it the server was built where Node is missing.</summary>
    public bool HasEmbed => All.Any(file => file.Path == Embed);

    public static WebFiles Read(string home) => new([.. Own(), .. Built(Path.Combine(home, Directory))]);

    /// <summary>One of the program's own pages.</summary>
    public static WebFile Page(string name) => new($"/{name}", Content(name));

    /// <summary>The same, to write something into.</summary>
    public static string Text(string name) => Encoding.UTF8.GetString(Content(name));

    private static byte[] Content(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(PagesPrefix + name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }

    private static IEnumerable<WebFile> Own() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(PagesPrefix, StringComparison.Ordinal) && !name.EndsWith(".html", StringComparison.Ordinal))
        .Select(name => Page(name[PagesPrefix.Length..]));

    private static IEnumerable<WebFile> Built(string directory)
    {
        if (!System.IO.Directory.Exists(directory)) return [];
        return System.IO.Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(file => new WebFile("/" + Path.GetRelativePath(directory, file).Replace('\\', '/'), File.ReadAllBytes(file)));
    }
}
