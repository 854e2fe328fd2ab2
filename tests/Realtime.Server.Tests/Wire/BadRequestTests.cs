using System.Net;
using System.Text;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Wire;

public class BadRequestTests(DevelopmentServer development, ProductionServer production)
{
    private const string Thread = "/api/v1/sites/gazette/articles/bad-requests";

    private IEnumerable<RunningServer> Servers => [development.Server, production.Server];

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("""{"clientCommentId":"a","body":"x",}""")]
    [InlineData("""{"clientCommentId":1,"body":"x"}""")]
    [InlineData("""{"clientCommentId":"a","body":{"x":1}}""")]
    [InlineData("""{"clientCommentId":"a","body":"x","replyTo":"1"}""")]
    [InlineData("""{"clientCommentId":"a","body":"x","replyTo":1.5}""")]
    [InlineData("""{"clientCommentId":"a","body":"x","replyTo":99999999999}""")]
    [InlineData("""{"clientCommentId":"a","body":"x","body":"y"}""")]
    [InlineData("""{"clientCommentId":"a","body":"\ud800"}""")]
    public async Task JSON_that_is_broken_or_of_other_types_is_refused_the_same_in_every_environment(string json)
    {
        foreach (var server in Servers)
            await server.As("ada").SendJsonAsync(HttpMethod.Post, $"{Thread}/comments", json).IsRefusedAsync(400, "request_malformed");
    }

    [Fact]
    public async Task JSON_of_great_depth_is_refused()
    {
        var json = $$"""{"clientCommentId":"a","body":"x","quote":{{string.Concat(Enumerable.Repeat("[", 50_000))}}""";
        await development.Server.As("ada").SendJsonAsync(HttpMethod.Post, $"{Thread}/comments", json).IsRefusedAsync(400, "request_malformed");
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused()
    {
        var json = $$"""{"clientCommentId":"a","body":"{{new string('x', 1 << 20)}}"}""";
        foreach (var server in Servers)
            await server.As("ada").SendJsonAsync(HttpMethod.Post, $"{Thread}/comments", json).IsRefusedAsync(413, "request_too_large");
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_refused()
    {
        foreach (var server in Servers)
        {
            using var form = new StringContent("body=x", Encoding.UTF8, "application/x-www-form-urlencoded");
            await server.As("ada").PostAsync($"{Thread}/comments", form).IsRefusedAsync(415, "media_type_unsupported");
        }
    }

    [Theory]
    [InlineData("/api/v1/sites/ga%20zette/articles/a/comments", "site_invalid")]
    [InlineData("/api/v1/sites/%3Cscript%3E/articles/a/comments", "site_invalid")]
    [InlineData("/api/v1/sites/-/articles/a/comments", "site_invalid")]
    [InlineData("/api/v1/sites/gazette/articles/a%2Fb/comments", "article_invalid")]
    [InlineData("/api/v1/sites/gazette/articles/%D8%A7/comments", "article_invalid")]
    [InlineData("/api/v1/sites/gazette/articles/a%0Ab/comments", "article_invalid")]
    [InlineData("/api/v1/sites/gazette/articles/%7Ba%7D/comments", "article_invalid")]
    public async Task Ids_that_cannot_be_are_refused(string path, string code)
    {
        await development.Server.Anybody.GetAsync(path).IsRefusedAsync(400, code);
        await development.Server.As("ada").PostCommentAsync(path[..^"/comments".Length]).IsRefusedAsync(400, code);
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_refused()
    {
        await development.Server.Anybody.GetAsync($"/api/v1/sites/{new string('s', 65)}/articles/a/comments").IsRefusedAsync(400, "site_invalid");
        await development.Server.Anybody.GetAsync($"/api/v1/sites/s/articles/{new string('a', 129)}/comments").IsRefusedAsync(400, "article_invalid");
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "not_found")]
    [InlineData("GET", "/nothing", 404, "not_found")]
    [InlineData("PATCH", Thread + "/comments", 405, "method_not_allowed")]
    [InlineData("DELETE", Thread + "/changes", 405, "method_not_allowed")]
    public async Task What_is_not_there_is_refused_as_problem_details(string method, string path, int status, string code) =>
        await development.Server.Anybody.SendAsync(new HttpMethod(method), path).IsRefusedAsync(status, code);

    [Fact]
    public async Task A_script_in_a_comment_or_a_name_reaches_no_reader()
    {
        var thread = ServerFixture.NewThread();
        var token = Tokens.Sign([new("sub", "eve"), new("name", "Eve <script>alert(1)</script>")]);
        await development.Server.With(token).PostCommentAsync(thread, "Hi <script>alert(2)</script><img src=x onerror=alert(3)>").JsonAsync();

        using var response = await development.Server.Anybody.GetAsync($"{thread}/comments");
        var html = (await Task.FromResult(response).JsonAsync()).GetProperty("comments")[0].GetProperty("html").GetString();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
    }
}
