using Realtime.Discussion.Reports;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Comments;

/// <summary>A comment in a snapshot. An author is written in full the first time, then as a reference.</summary>
internal sealed class CommentRecordWriter(BinaryWriter writer)
{
    private readonly Dictionary<Author, int> _authors = [];

    public void Write(Comment comment)
    {
        writer.Write((byte)comment.Status);
        WriteAuthor(comment.Author);
        writer.Write(comment.ClientCommentId);
        writer.Write7BitEncodedInt64(comment.CreatedAt.UtcTicks);
        writer.Write7BitEncodedInt64(comment.PostedAt);
        writer.Write7BitEncodedInt(comment.ReplyTo ?? 0);
        writer.Write7BitEncodedInt(comment.QuoteOf);
        writer.Write7BitEncodedInt(comment.QuoteRevision);
        writer.Write7BitEncodedInt(comment.ReplyCount);
        WriteRevisions(comment);
        WriteReactions(comment);
        WriteReports(comment);
        new CommentMarksWriter(writer).Write(comment);
    }

    private void WriteAuthor(Author author)
    {
        if (_authors.TryGetValue(author, out var index))
        {
            writer.Write7BitEncodedInt(index);
            return;
        }

        _authors[author] = _authors.Count + 1;
        writer.Write7BitEncodedInt(0);
        writer.Write(author.Id.Value);
        writer.Write(author.Name);
    }

    private void WriteRevisions(Comment comment)
    {
        writer.Write7BitEncodedInt(comment.EarlierRevisions.Count);
        foreach (var (revision, bodyAt) in comment.EarlierRevisions)
        {
            writer.Write7BitEncodedInt(revision);
            writer.Write7BitEncodedInt64(bodyAt);
        }

        writer.Write7BitEncodedInt(comment.Revision);
        writer.Write7BitEncodedInt64(comment.BodyAt);
        if (comment.EarlierRevisions.Count == 0) return;
        writer.Write7BitEncodedInt64(comment.EditedAt.GetValueOrDefault().UtcTicks);
        writer.Write(comment.LastEditId ?? "");
    }

    private void WriteReactions(Comment comment)
    {
        var kinds = comment.Reactions.People.Where(kind => kind.Value.Count > 0).ToList();
        writer.Write7BitEncodedInt(kinds.Count);
        foreach (var (kind, people) in kinds)
        {
            writer.Write(kind);
            WritePeople(people);
        }
    }

    private void WriteReports(Comment comment)
    {
        writer.Write7BitEncodedInt(comment.Reports.Count);
        foreach (var report in comment.Reports)
        {
            writer.Write(report.By.Value);
            writer.Write(report.Reason);
            writer.Write7BitEncodedInt64(report.At.UtcTicks);
            writer.Write(report.IsDiscounted);
            writer.Write7BitEncodedInt64(report.Sequence);
        }
    }

    /// <summary>In one order, whatever order they came and went in: equal states have equal bytes.</summary>
    private void WritePeople(HashSet<UserId> people)
    {
        writer.Write7BitEncodedInt(people.Count);
        foreach (var person in people.Order(Comparer<UserId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value)))) writer.Write(person.Value);
    }
}

/// <summary>Reads what <see cref="CommentRecordWriter"/> wrote, in the same order.</summary>
internal sealed class CommentRecordReader(BinaryReader reader, ArticleThread thread)
{
    private readonly List<Author> _authors = [];

    public Comment Read(int number)
    {
        var status = ReadStatus();
        var author = ReadAuthor();
        var clientCommentId = reader.ReadString();
        var comment = new Comment(number, author, new DateTimeOffset(reader.Read7BitEncodedInt64(), TimeSpan.Zero), status)
        {
            ClientCommentId = clientCommentId,
            PostedAt = reader.Read7BitEncodedInt64(),
            ReplyTo = reader.Read7BitEncodedInt() is > 0 and var parent ? parent : null,
            QuoteOf = reader.Read7BitEncodedInt(),
            QuoteRevision = reader.Read7BitEncodedInt(),
            ReplyCount = reader.Read7BitEncodedInt(),
        };
        ReadRevisions(comment);
        for (var kinds = reader.Read7BitEncodedInt(); kinds > 0; kinds--) ReadReaction(comment, reader.ReadString());
        for (var reports = reader.Read7BitEncodedInt(); reports > 0; reports--) comment.Report(ReadReport());
        new CommentMarksReader(reader, thread).Read(comment);
        return comment;
    }

    private Report ReadReport() =>
        new(new UserId(reader.ReadString()), reader.ReadString(), new DateTimeOffset(reader.Read7BitEncodedInt64(), TimeSpan.Zero), reader.ReadBoolean())
        {
            Sequence = reader.Read7BitEncodedInt64(),
        };

    private CommentStatus ReadStatus() =>
        (CommentStatus)reader.ReadByte() is <= CommentStatus.Erased and var status ? status : throw new FormatException("No such status.");

    private Author ReadAuthor()
    {
        if (reader.Read7BitEncodedInt() is > 0 and var index) return _authors[index - 1];
        var author = thread.Intern(new UserId(reader.ReadString()), reader.ReadString());
        _authors.Add(author);
        return author;
    }

    private void ReadRevisions(Comment comment)
    {
        var earlier = reader.Read7BitEncodedInt();
        for (var left = earlier; left > 0; left--)
        {
            var (revision, bodyAt) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64());
            if (left == earlier) (comment.Revision, comment.BodyAt) = (revision, bodyAt);
            else comment.Revise(revision, bodyAt, default, null);
        }

        var (last, lastAt) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64());
        if (earlier == 0) (comment.Revision, comment.BodyAt) = (last, lastAt);
        else comment.Revise(last, lastAt, new DateTimeOffset(reader.Read7BitEncodedInt64(), TimeSpan.Zero), reader.ReadString());
    }

    private void ReadReaction(Comment comment, string kind)
    {
        for (var people = reader.Read7BitEncodedInt(); people > 0; people--) comment.Reactions.Set(kind, new UserId(reader.ReadString()), on: true);
    }
}
