namespace Realtime.Discussion.Screening;

/// <summary>A passage of a text, in UTF-16 code units: what a browser's strings count, so that a page can underline it without converting.</summary>
[GenerateSerializer, Immutable, Alias("text-span")]
public readonly record struct TextSpan([property: Id(0)] int Start, [property: Id(1)] int Length)
{
    public int End => Start + Length;

    public bool Covers(TextSpan other) => Start <= other.Start && End >= other.End;
}
