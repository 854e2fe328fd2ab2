using Realtime.Benchmarks.Screening;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Threads;
using Realtime.Redis.Projections;
using Realtime.Redis.Stores;

namespace Realtime.Benchmarks.Stores;

/// <summary>A site as it is in the store: threads of a thousand comments, and a history of each of the people, who wrote ten each.</summary>
internal static class Seed
{
    private const int CommentsEach = 1_000, CommentsByEach = 10, Characters = 300;

    private static readonly SiteId Site = new("benchmark");

    /// <summary>Straight into the journals: how the comments came is not what is measured.</summary>
    public static async Task FillAsync(OpenedStore store, int comments, CancellationToken cancellation)
    {
        var (prose, people) = (new Prose(seed: 1), new RedisPeople(store.Connection, store.Keys));
        for (var thread = 0; thread * CommentsEach < comments; thread++)
        {
            var key = new ThreadKey(Site, new ArticleId($"article-{thread}"));
            var (writer, head) = await store.Journal.OpenAsync(key.Journal, cancellation);
            var posted = Enumerable.Range(1, CommentsEach).Select(number => Comment(number, Author(thread, number), prose)).ToList();
            foreach (var batch in posted.Chunk(100))
            {
                await store.Journal.AppendAsync(writer, head, [.. batch.Select(comment => (ReadOnlyMemory<byte>)ThreadEventCodec.Encode(comment))], cancellation);
                head += batch.Length;
            }

            await people.KeepAsync(new ArticleFacts { Thread = key, Position = new ThreadPosition(writer.Epoch, head), CommentCount = CommentsEach, Comments = [.. posted.Select(Fact)] });
        }
    }

    private static int Author(int thread, int number) => ((thread * CommentsEach) + number) / CommentsByEach;

    private static CommentPosted Comment(int number, int author, Prose prose) => new()
    {
        At = DateTimeOffset.UnixEpoch.AddDays(20_000).AddSeconds(number),
        By = new UserId($"reader-{author}"),
        Name = $"Reader {author}",
        Number = number,
        ClientCommentId = $"seed-{number}",
        Body = prose.Text(Characters) is var text ? new CommentBody(text, $"<p>{text}</p>") : null!,
    };

    private static CommentFact Fact(CommentPosted posted) => new()
    {
        Number = posted.Number,
        Revision = 1,
        Status = CommentStatus.Published,
        Author = new Author(posted.By, posted.Name),
        At = posted.At,
    };
}
