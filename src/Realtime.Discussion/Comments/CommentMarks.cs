using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Comments;

/// <summary>What only some comments have; in a snapshot a comment has what its marks say that it has.</summary>
[Flags]
internal enum CommentMarks
{
    None = 0,
    HasBeenPublic = 1,
    IsFeatured = 2,
    HasBadges = 4,
    Addresses = 8,
    IsJudged = 16,
    IsMoved = 32,
    IsReceived = 64,
    IsEditedByOthers = 128,
    IsAppealed = 256,
}

/// <summary>The part of a comment's record that most comments have not.</summary>
internal sealed class CommentMarksWriter(BinaryWriter writer)
{
    public void Write(Comment comment)
    {
        var marks = MarksOf(comment);
        writer.Write7BitEncodedInt((int)marks);
        if (marks.HasFlag(CommentMarks.HasBadges)) WriteAll(comment.Badges);
        if (marks.HasFlag(CommentMarks.Addresses)) Write(comment.Addressing);
        if (comment.Judgement is { } judgement) Write(judgement);
        if (comment.MovedTo is { } article) writer.Write(article.Value);
        if (comment.Origin is { } origin) Write(origin);
        if (comment.EditedBy is { } role) writer.Write(role);
        if (comment.AppealedAt is { } at) writer.Write7BitEncodedInt64(at.UtcTicks);
    }

    private static CommentMarks MarksOf(Comment comment)
    {
        static CommentMarks If(bool has, CommentMarks mark) => has ? mark : CommentMarks.None;
        return If(comment.HasBeenPublic, CommentMarks.HasBeenPublic)
            | If(comment.IsFeatured, CommentMarks.IsFeatured)
            | If(comment.Badges.Count > 0, CommentMarks.HasBadges)
            | If(comment.Addressing != Addressing.Nobody, CommentMarks.Addresses)
            | If(comment.Judgement is not null, CommentMarks.IsJudged)
            | If(comment.MovedTo is not null, CommentMarks.IsMoved)
            | If(comment.Origin is not null, CommentMarks.IsReceived)
            | If(comment.EditedBy is not null, CommentMarks.IsEditedByOthers)
            | If(comment.AppealedAt is not null, CommentMarks.IsAppealed);
    }

    private void Write(Addressing addressing)
    {
        writer.Write(addressing.Addressee?.Value ?? "");
        WriteAll([.. addressing.Mentions.Select(user => user.Value)]);
    }

    private void Write(Judgement judgement)
    {
        writer.Write(judgement.Decision);
        writer.Write(judgement.By.Id.Value);
        writer.Write(judgement.By.Name);
        writer.Write7BitEncodedInt64(judgement.At.UtcTicks);
        writer.Write7BitEncodedInt(judgement.Revision);
        writer.Write7BitEncodedInt(judgement.Count);
        writer.Write(judgement.Reason ?? "");
        writer.Write7BitEncodedInt(judgement.Rule ?? -1);
        writer.Write(judgement.Note ?? "");
        writer.Write((byte)judgement.Before);
        writer.Write(judgement.AnswersAppeal);
    }

    private void Write(Origin origin)
    {
        writer.Write(origin.Thread.ToString());
        writer.Write7BitEncodedInt(origin.Number);
    }

    private void WriteAll(IReadOnlyList<string> texts)
    {
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts) writer.Write(text);
    }
}

/// <summary>Reads what <see cref="CommentMarksWriter"/> wrote, in the same order.</summary>
internal sealed class CommentMarksReader(BinaryReader reader, ArticleThread thread)
{
    public void Read(Comment comment)
    {
        var marks = (CommentMarks)reader.Read7BitEncodedInt();
        comment.HasBeenPublic = marks.HasFlag(CommentMarks.HasBeenPublic);
        comment.IsFeatured = marks.HasFlag(CommentMarks.IsFeatured);
        if (marks.HasFlag(CommentMarks.HasBadges)) comment.Badges = ReadAll();
        if (marks.HasFlag(CommentMarks.Addresses)) comment.Addressing = ReadAddressing();
        if (marks.HasFlag(CommentMarks.IsJudged)) comment.Judgement = ReadJudgement();
        if (marks.HasFlag(CommentMarks.IsMoved)) comment.MovedTo = new ArticleId(reader.ReadString());
        if (marks.HasFlag(CommentMarks.IsReceived)) comment.Origin = new Origin(ThreadKey.Parse(reader.ReadString()), reader.Read7BitEncodedInt());
        if (marks.HasFlag(CommentMarks.IsEditedByOthers)) comment.EditedBy = reader.ReadString();
        if (marks.HasFlag(CommentMarks.IsAppealed)) comment.AppealedAt = new DateTimeOffset(reader.Read7BitEncodedInt64(), TimeSpan.Zero);
    }

    private Addressing ReadAddressing()
    {
        UserId? addressee = reader.ReadString() is { Length: > 0 } named ? new UserId(named) : null;
        return new Addressing(addressee, [.. ReadAll().Select(user => new UserId(user))]);
    }

    private Judgement ReadJudgement()
    {
        var decision = reader.ReadString();
        var by = thread.Intern(new UserId(reader.ReadString()), reader.ReadString());
        var at = new DateTimeOffset(reader.Read7BitEncodedInt64(), TimeSpan.Zero);
        var (revision, count) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        return new Judgement(decision, by, at, revision, count)
        {
            Reason = ReadOptional(),
            Rule = reader.Read7BitEncodedInt() is >= 0 and var rule ? rule : null,
            Note = ReadOptional(),
            Before = (CommentStatus)reader.ReadByte(),
            AnswersAppeal = reader.ReadBoolean(),
        };
    }

    private string? ReadOptional() => reader.ReadString() is { Length: > 0 } text ? text : null;

    private string[] ReadAll()
    {
        var texts = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < texts.Length; i++) texts[i] = reader.ReadString();
        return texts;
    }
}
