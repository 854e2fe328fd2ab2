using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;

namespace Realtime.Server.Bodies;

/// <summary>What somebody adds to a report in their own words: plain text for moderators, never HTML.</summary>
internal static class ReportDetails
{
    /// <summary>Null and the detail (null when there is none) when it may stand; else why not.</summary>
    public static RefusalCode? TryRead(string? written, out string? detail)
    {
        detail = null;
        if (string.IsNullOrWhiteSpace(written)) return null;
        if (WrittenText.TryRead(written, ReportComment.MaxDetail, out var text) is { } refusal)
            return refusal is RefusalCode.CommentEmpty ? null : RefusalCode.RequestMalformed;
        detail = text;
        return null;
    }
}
