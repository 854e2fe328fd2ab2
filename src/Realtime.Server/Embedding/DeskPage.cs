using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Server.Embedding.Pages;
using Realtime.Server.Refusals;

namespace Realtime.Server.Embedding;

/// <summary>
/// The moderators' desk of a site (<c>/desk?site=gazette</c>). The page itself knows nothing: all that it shows it asks for with a moderator's token, which is never in
/// its address.
/// </summary>
internal static partial class DeskPage
{
    public const string Path = "/desk";

    /// <summary>No page may frame it: whoever laid something over it could have a moderator press what they do not see. No text becomes markup, but by these two.</summary>
    private const string TrustedTypes = "; require-trusted-types-for 'script'; trusted-types lit-html realtime";

    private const string Element = "<realtime-desk>", Page = "<html lang=\"en\">";

    /// <summary>What a newcomer's server has comments of.</summary>
    private const string DemoSite = "demo";

    public static void MapDesk(this WebApplication app)
    {
        var html = WebFiles.Text("desk.html");
        var isDevelopment = app.Environment.IsDevelopment();
        app.MapGet(Path, (string? site, string? lang, PageSecurity security, HttpContext http) =>
            Answer(html, site ?? (isDevelopment ? DemoSite : null), lang, isDevelopment, security, http)).ExcludeFromDescription();
    }

    private static Results<ContentHttpResult, Refused> Answer(
        string html, string? site, string? lang, bool isDevelopment, PageSecurity security, HttpContext http)
    {
        if (!SiteId.TryParse(site, out var id)) return Refused.Because(RefusalCode.SiteInvalid);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = security.Unframed + TrustedTypes;
        headers.CacheControl = "no-cache";
        headers["X-Robots-Tag"] = "noindex";
        headers["Referrer-Policy"] = "no-referrer";
        var element = new Html().Add($"<realtime-desk site=\"{id.Value}\"").AddTrusted(isDevelopment ? " addressed development>" : " addressed>");
        var language = lang is not null && Language().IsMatch(lang) ? lang : null;
        var page = html.Replace(Element, element.ToString(), StringComparison.Ordinal);
        if (language is not null) page = page.Replace(Page, $"<html lang=\"{language}\">", StringComparison.Ordinal);
        return TypedResults.Content(page, "text/html; charset=utf-8");
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
    private static partial Regex Language();
}
