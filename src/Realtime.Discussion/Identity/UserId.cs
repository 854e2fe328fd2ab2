using System.Text.Json;
using System.Text.Json.Serialization;

namespace Realtime.Discussion.Identity;

/// <summary>A person as the publisher's sign-on names them (the token's <c>sub</c>): 1 to 128 characters without control characters.</summary>
[GenerateSerializer, Immutable, Alias("user-id"), JsonConverter(typeof(UserIdJson))]
public readonly record struct UserId([property: Id(0)] string Value)
{
    public const int MaxLength = 128;

    public static bool TryParse(string? text, out UserId user)
    {
        user = text is { Length: > 0 and <= MaxLength } && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c)) ? new UserId(text) : default;
        return user.Value is not null;
    }

    public override string ToString() => Value;
}

internal sealed class UserIdJson : JsonConverter<UserId>
{
    public override UserId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A user id is missing."));

    public override void Write(Utf8JsonWriter writer, UserId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
