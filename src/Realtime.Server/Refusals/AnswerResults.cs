using Microsoft.AspNetCore.Http.HttpResults;

namespace Realtime.Server.Refusals;

internal static class AnswerResults
{
    /// <summary>200 with the value, or the refusal.</summary>
    public static Results<Ok<T>, Refused> ToResult<T>(this Answer<T> answer)
        where T : class => answer.Refusal is { } refusal ? Refused.Because(refusal) : TypedResults.Ok(answer.Value);
}
