using System.Text.Json;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Threads;

/// <summary>
/// A thread's state in bytes, so that opening it costs its size and not its age. A snapshot is only ever a shortcut: one that this version of the
/// program does not understand is passed over, and the journal is replayed from its beginning.
/// </summary>
public static class ThreadSnapshotCodec
{
    private const byte KnownVersion = 1;

    public static ReadOnlyMemory<byte> Encode(ArticleThread thread)
    {
        var stream = new MemoryStream(256 + (thread.LastNumber * 96));
        using var writer = new BinaryWriter(stream);
        writer.Write(KnownVersion);
        writer.Write7BitEncodedInt64(thread.Sequence);
        writer.Write(thread.IsClosed);
        writer.Write(thread.Article is null ? "" : JsonSerializer.Serialize(thread.Article));
        var authors = new AuthorTable(writer);
        writer.Write7BitEncodedInt(thread.LastNumber);
        for (var number = 1; number <= thread.LastNumber; number++) Write(writer, authors, thread.Find(number)!);
        writer.Flush();
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    /// <summary>The state, or null when the bytes are of another version or damaged.</summary>
    public static ArticleThread? Decode(ReadOnlyMemory<byte> snapshot)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(snapshot.ToArray(), writable: false));
            return reader.ReadByte() == KnownVersion ? Read(reader) : null;
        }
        catch (Exception e) when (e is IOException or FormatException or JsonException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static ArticleThread Read(BinaryReader reader)
    {
        var sequence = reader.Read7BitEncodedInt64();
        var thread = new ArticleThread { IsClosed = reader.ReadBoolean() };
        if (reader.ReadString() is { Length: > 0 } article) thread.Article = JsonSerializer.Deserialize<Article>(article);
        var authors = new List<Author>();
        var count = reader.Read7BitEncodedInt();
        for (var number = 1; number <= count; number++) thread.Add(ReadComment(reader, thread, authors, number));
        thread.Sequence = sequence;
        return thread;
    }

    private static void Write(BinaryWriter writer, AuthorTable authors, Comment comment)
    {
        writer.Write((byte)comment.Status);
        authors.Write(comment.Author);
        writer.Write(comment.ClientCommentId);
        writer.Write7BitEncodedInt64(comment.CreatedAt.UtcTicks);
        writer.Write7BitEncodedInt64(comment.EditedAt?.UtcTicks ?? 0);
        writer.Write7BitEncodedInt(comment.ReplyTo ?? 0);
        writer.Write7BitEncodedInt(comment.QuoteOf);
        writer.Write7BitEncodedInt(comment.QuoteRevision);
        writer.Write7BitEncodedInt64(comment.PostedAt);
        writer.Write7BitEncodedInt(comment.Revision);
        foreach (var body in comment.EarlierRevisions) writer.Write7BitEncodedInt64(body);
        writer.Write7BitEncodedInt64(comment.BodyAt);
        writer.Write(comment.LastEditId ?? "");
        writer.Write7BitEncodedInt(comment.ReplyCount);
        WriteReactions(writer, comment);
    }

    private static Comment ReadComment(BinaryReader reader, ArticleThread thread, List<Author> authors, int number)
    {
        var status = (CommentStatus)reader.ReadByte();
        var author = AuthorTable.Read(reader, thread, authors);
        var clientCommentId = reader.ReadString();
        var createdAt = new DateTimeOffset(reader.Read7BitEncodedInt64(), TimeSpan.Zero);
        var editedAt = reader.Read7BitEncodedInt64();
        var comment = new Comment(number, author, createdAt, status)
        {
            ClientCommentId = clientCommentId,
            ReplyTo = reader.Read7BitEncodedInt() is > 0 and var parent ? parent : null,
            QuoteOf = reader.Read7BitEncodedInt(),
            QuoteRevision = reader.Read7BitEncodedInt(),
            PostedAt = reader.Read7BitEncodedInt64(),
        };
        ReadRevisions(reader, comment, editedAt == 0 ? null : new DateTimeOffset(editedAt, TimeSpan.Zero));
        comment.ReplyCount = reader.Read7BitEncodedInt();
        ReadReactions(reader, comment);
        return comment;
    }

    private static void ReadRevisions(BinaryReader reader, Comment comment, DateTimeOffset? editedAt)
    {
        var revision = reader.Read7BitEncodedInt();
        comment.BodyAt = reader.Read7BitEncodedInt64();
        for (var next = 2; next <= revision; next++)
            comment.Revise(next, reader.Read7BitEncodedInt64(), editedAt.GetValueOrDefault(), null);
        if (reader.ReadString() is { Length: > 0 } editId) comment.LastEditId = editId;
    }

    private static void WriteReactions(BinaryWriter writer, Comment comment)
    {
        writer.Write7BitEncodedInt(comment.Reactions.Total);
        foreach (var (kind, people) in comment.Reactions.People)
        {
            foreach (var person in people)
            {
                writer.Write(kind);
                writer.Write(person.Value);
            }
        }
    }

    private static void ReadReactions(BinaryReader reader, Comment comment)
    {
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var kind = reader.ReadString();
            comment.Reactions.Set(kind, new UserId(reader.ReadString()), on: true);
        }
    }

    /// <summary>Writes an author in full the first time, then as a reference.</summary>
    private sealed class AuthorTable(BinaryWriter writer)
    {
        private readonly Dictionary<Author, int> _known = [];

        public void Write(Author author)
        {
            if (_known.TryGetValue(author, out var index))
            {
                writer.Write7BitEncodedInt(index);
                return;
            }

            _known[author] = _known.Count + 1;
            writer.Write7BitEncodedInt(0);
            writer.Write(author.Id.Value);
            writer.Write(author.Name);
        }

        public static Author Read(BinaryReader reader, ArticleThread thread, List<Author> known)
        {
            if (reader.Read7BitEncodedInt() is > 0 and var index) return known[index - 1];
            var author = thread.Intern(new UserId(reader.ReadString()), reader.ReadString());
            known.Add(author);
            return author;
        }
    }
}
