using Realtime.Cli.Wire;

namespace Realtime.Cli.Threads;

/// <summary>Something worth a line: a change that was not known before.</summary>
internal abstract record Happening;

internal sealed record CommentPosted(CommentView Comment) : Happening;

internal sealed record CommentEdited(CommentView Comment) : Happening;

internal sealed record CommentRemoved(int Number) : Happening;

internal sealed record ReactionsCounted(int Number, IReadOnlyDictionary<string, int> Reactions) : Happening;

internal sealed record ThreadClosed : Happening;

internal sealed record ThreadReopened : Happening;

internal sealed record ArticleDescribed(string Title) : Happening;
