using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Realtime.Discussion.Identity;

/// <summary>
/// A person as the publisher's sign-on names them (the token's <c>sub</c>): 1 to 128 code units of whole Unicode, without control characters, line
/// breaks and invisible format characters (two ids must not look the same, nor turn a line of a log around). Compared letter by letter, never normalized.
/// </summary>
[GenerateSerializer, Immutable, Alias("user-id"), JsonConverter(typeof(UserIdJson))]
public readonly record struct UserId([property: Id(0)] string Value)
{
    public const int MaxLength = 128;

    /// <summary>Every guest's id begins so, and nobody else's may.</summary>
    public const string GuestPrefix = "guest:";

    /// <summary>Who somebody is where they have been erased and a place has to be kept: nobody in particular.</summary>
    public static UserId Erased { get; } = new("realtime:erased");

    public bool IsGuest => Value.StartsWith(GuestPrefix, StringComparison.Ordinal);

    public static bool TryParse(string? text, out UserId user)
    {
        user = text is { Length: > 0 and <= MaxLength } && IsVisible(text) ? new UserId(text) : default;
        return user.Value is not null;
    }

    public override string ToString() => Value;

    private static bool IsVisible(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune)) return false;
            i += rune.Utf16SequenceLength - 1;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) return false;
        }

        return true;
    }
}

internal sealed class UserIdJson : JsonConverter<UserId>
{
    public override UserId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A user id is missing."));

    public override void Write(Utf8JsonWriter writer, UserId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
