using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Realtime.Server.Bodies;
using Xunit;
using static Realtime.Server.Tests.Bodies.Written;

namespace Realtime.Server.Tests.Bodies;

/// <summary>No text makes anything but the few elements and attributes of a comment.</summary>
public class SanitizingTests
{
    private static readonly CommentSanitizer Sanitizer = new();

    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "<iframe src=\"javascript:alert(1)\"></iframe>", "<a href=\"javascript:alert(1)\">x</a>", "<a href=\" java\nscript:alert(1)\">x</a>",
        "<a href=\"JaVaScRiPt:alert(1)\">x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "<a href=\"vbscript:x\">x</a>",
        "<a href=\"//evil.example\">x</a>", "<a href=\"/logout\">x</a>", "<a href=\"?a=b\">x</a>", "<a href=\"https:evil\">x</a>", "<a href=\"\u0001javascript:alert(1)\">x</a>",
        "<a href=\"https://a.example\" onclick=alert(1) style=\"position:fixed\" class=c id=i target=_top>x</a>", "<p style=\"background:url(javascript:x)\">x</p>",
        "<p onmouseover=alert(1)>x</p>", "<base href=https://evil.example>", "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=x>", "<style>*{}</style>",
        "<form action=x><input name=y><button>z</button></form>", "<math><mi><table><mglyph><style><img src=x onerror=alert(1)></style>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><script>alert(1)</script></template>", "<textarea></textarea><script>alert(1)</script>", "<title></title><script>alert(1)</script>", "<plaintext>", "<xmp><p></xmp>",
        "<!--><img src=x onerror=alert(1)>-->", "<![CDATA[<img src=x onerror=alert(1)>]]>", "<?xml-stylesheet href=x?>", "</p></div><script>alert(1)</script>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<object data=x></object>", "<embed src=x>", "<video><source onerror=alert(1)></video>", "<details ontoggle=alert(1) open>", "<body onload=alert(1)>", "<html onclick=alert(1)>",
        "<input autofocus onfocus=alert(1)>", "<marquee onstart=alert(1)>", "<isindex action=javascript:alert(1)>", "<ol start=\"1\" onclick=x start=2>", "<ol start=\"x\">", "<li dir=\"ltr\">",
        "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">", "<<script>alert(1)//<</script>", "<a href=\"https://a.example/\"\" onmouseover=alert(1) \">x</a>",
        "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))", "[x](java\tscript:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:msgbox)", "[x](<javascript:alert(1)>)", "[x](&#106;avascript:alert(1))",
        "[x](https://a.example/\"onmouseover=alert(1)//)", "[x](https://a.example/ \"t\\\" onclick=alert(1)\")", "![x](https://a.example/x.png\"onerror=\"alert(1))", "![x\" onerror=\"alert(1)](https://a.example)", "<javascript:alert(1)>",
        "<https://a.example/\"onclick=alert(1)>", "https://a.example/<script>alert(1)</script>", "https://a.example/\"><script>alert(1)</script>", "`<script>alert(1)</script>`", "```<script>\n<script>alert(1)</script>\n```", "```x\" onclick=\"alert(1)\nx\n```",
        "<a\u00a0href=javascript:alert(1)>x</a>", "<a href=\"https://user:pw@a.example\">x</a>", "[x](file:///etc/passwd)", "[x](tel:123)", "[x](ftp://a.example)", "[x](blob:https://a.example/1)", "[x](//evil.example)", "[x](\\\\evil.example\\x)",
        "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "<x-card onclick=alert(1)>", "<a is=x-y href=https://a.example>x</a>", "<p hidden contenteditable tabindex=0 data-x=1 aria-label=x itemprop=x>x</p>",
    ];

    public static TheoryData<string> Corpus => [.. Attacks];

    private static readonly Gen<string> Mixtures =
        Gen.OneOf<string>(Gen.OneOf(Attacks), Gen.OneOf("<", ">", "\"", "'", "`", "*", "[", "](", ")", "&", "&lt;", "<p>", "</p>", "<a href=", "https://a.example", "\n", "- ", "> ", "<table><tr>", "<svg>", "<pre>\n", " "), Gen.String)
            .Array[1, 12].Select(string.Concat);

    [Theory]
    [MemberData(nameof(Corpus))]
    public void An_attack_in_a_comment_is_harmless(string attack)
    {
        if (Read(attack) is { Value: { } body }) AssertHarmless(body.Html);
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void An_attack_that_reaches_the_sanitizer_is_harmless(string attack) => AssertHarmless(Sanitizer.Sanitize(attack));

    [Fact]
    public void Any_mixture_in_a_comment_is_harmless() => Mixtures.Sample(text =>
    {
        if (Read(text) is { Value: { } body }) AssertHarmless(body.Html);
    });

    [Fact]
    public void Any_mixture_that_reaches_the_sanitizer_is_harmless() => Mixtures.Sample(html => AssertHarmless(Sanitizer.Sanitize(html)));

    [Fact]
    public void A_comment_sanitized_again_stays_as_it_is() => Mixtures.Sample(text =>
        Read(text) is not { Value: { } body } || Sanitizer.Sanitize(body.Html) == body.Html);

    [Fact]
    public void Ten_thousand_elements_within_one_another_do_no_harm() => AssertHarmless(Sanitizer.Sanitize(Repeat("<em>", 40_000) + "x"));

    [Fact]
    public void Many_threads_may_read_at_once()
    {
        var expected = Attacks.Select(attack => Read(attack)).ToList();

        Parallel.For(0, 2_000, i => Assert.Equal(expected[i % Attacks.Length], Read(Attacks[i % Attacks.Length])));
    }

    private static void AssertHarmless(string html)
    {
        var body = new HtmlParser().ParseDocument("<!DOCTYPE html><html><head></head><body>" + html).Body!;
        Assert.Empty(body.Attributes);
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, CommentHtml.Elements);
            foreach (var attribute in element.Attributes) AssertHarmless(element, attribute);
            if (element.LocalName == "a") Assert.Equal(CommentHtml.LinkRelation, element.GetAttribute("rel"));
        }
    }

    private static void AssertHarmless(IElement element, IAttr attribute) => Assert.True((element.LocalName, attribute.Name) switch
    {
        ("a", "href") => Uri.TryCreate(attribute.Value, UriKind.Absolute, out var target) && target.Scheme is "http" or "https" or "mailto",
        ("a", "rel") => true,
        ("ol", "start") => int.TryParse(attribute.Value, out _),
        (_, "dir") => attribute.Value == "auto",
        _ => false,
    }, $"{element.LocalName} has {attribute.Name}={attribute.Value}");
}
