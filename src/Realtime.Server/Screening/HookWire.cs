using Realtime.Discussion.Screening;

namespace Realtime.Server.Screening;

/// <summary>What the external moderation is asked. Its JSON is a public contract: add, never change.</summary>
internal sealed record HookRequest(
    string Action, string Site, string? Article, HookComment Comment, HookAuthor Author, DateTimeOffset At, IReadOnlyList<HookFinding> Findings)
{
    public static HookRequest Of(RemoteQuestion question)
    {
        var subject = question.Subject;
        return new HookRequest(
            subject.Number is null ? "new" : "edit",
            question.Site.Value,
            subject.Key.Article.Value,
            new HookComment(subject.Number, subject.Text, subject.Thread.IsReply),
            new HookAuthor(subject.AuthorId.Value, subject.AuthorName),
            subject.At,
            [.. question.Findings.Select(finding => new HookFinding(finding.Step, finding.Verdict == Verdict.Reject ? "reject" : "hold", finding.Code, finding.Rule))]);
    }
}

internal sealed record HookComment(int? Number, string Text, bool IsReply);

internal sealed record HookAuthor(string? Id, string Name);

internal sealed record HookFinding(string Step, string Verdict, string Code, int? Rule);

/// <summary>What it answers: untrusted.</summary>
internal sealed record HookAnswer(string? Verdict, int? Rule, string? Code, IReadOnlyList<TextSpan>? Spans, IReadOnlyList<string>? Tags)
{
    private const int MostTags = 10;
    private const int LongestName = 64;

    public IReadOnlyList<string> UsableTags => [.. (Tags ?? []).Where(IsName).Take(MostTags)];

    public string UsableCode => IsName(Code) ? Code! : "external";

    public IReadOnlyList<TextSpan> SpansWithin(int length) =>
        [.. (Spans ?? []).Where(span => span.Start >= 0 && span.Length > 0 && span.Start < length && span.Length <= length - span.Start)];

    private static bool IsName(string? text) =>
        text is { Length: > 0 and <= LongestName } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':');
}
