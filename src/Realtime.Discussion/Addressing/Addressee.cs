using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;

namespace Realtime.Discussion.Addressing;

/// <summary>Somebody whom a comment names.</summary>
/// <param name="User">Who.</param>
/// <param name="Span">Where the name stands in the comment's text, with the @ before it.</param>
[GenerateSerializer, Immutable, Alias("addressee")]
public readonly record struct Addressee([property: Id(0)] UserId User, [property: Id(1)] TextSpan Span);
