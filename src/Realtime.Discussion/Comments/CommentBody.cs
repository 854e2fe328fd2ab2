namespace Realtime.Discussion.Comments;

/// <summary>What a comment says. Both forms are made by the host that took the comment in, before the thread sees it.</summary>
/// <param name="Text">As the author wrote it (checked, NFC). Untrusted: never show it as HTML.</param>
/// <param name="Html">The sanitized rendering: all that readers ever get.</param>
[GenerateSerializer, Immutable, Alias("comment-body")]
public sealed record CommentBody([property: Id(0)] string Text, [property: Id(1)] string Html);

/// <summary>
/// A passage of another comment. The host has found <paramref name="Text"/> in what readers saw of that revision; revisions never change, so
/// the finding stays true. When the source is removed the passage is hidden with it.
/// </summary>
/// <param name="Number">The comment quoted.</param>
/// <param name="Revision">The revision quoted, from 1.</param>
/// <param name="Text">The passage as plain text, white space collapsed. Untrusted: never show it as HTML.</param>
[GenerateSerializer, Immutable, Alias("quote")]
public sealed record Quote([property: Id(0)] int Number, [property: Id(1)] int Revision, [property: Id(2)] string Text);
