namespace Realtime.Discussion.Identity;

/// <summary>Who wrote a comment, under the name they had then.</summary>
[GenerateSerializer, Immutable, Alias("author")]
public sealed record Author([property: Id(0)] UserId Id, [property: Id(1)] string Name);
