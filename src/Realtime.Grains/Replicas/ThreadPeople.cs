using Realtime.Discussion.Addressing;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Replicas;

internal sealed class ThreadPeople(FedCopy<ThreadCopy, ThreadEvent> fed) : IThreadPeople
{
    private Folded _folded = new(null, 0, Discussion.Addressing.Participants.None);

    /// <summary>Names are folded outside the copy's lock, each once; who asks first in a long thread pays for all so far.</summary>
    public Participants Participants()
    {
        var folded = Volatile.Read(ref _folded);
        var (seen, news) = fed.Read(copy => (copy.Seen, copy.Seen.Behind(folded.CountOf(copy.Seen))));
        if (folded.Of == seen && news.Count == 0) return folded.Participants;
        var participants = folded.CountOf(seen) == 0
            ? Discussion.Addressing.Participants.Of(news)
            : news.Aggregate(folded.Participants, (all, author) => all.With(author));
        // Two at a time may both do the work; either result is true.
        Volatile.Write(ref _folded, new Folded(seen, folded.CountOf(seen) + news.Count, participants));
        return participants;
    }

    public IReadOnlyList<string> Names(int max) => fed.Read(copy => copy.Seen.NewestNames(max));

    public int? FindPosted(UserId person, string clientCommentId) => fed.Read(copy => copy.Thread.FindByClientId(person, clientCommentId));

    public IReadOnlyList<WrittenComment> NewestOf(UserId person, int max) => fed.Read(copy =>
        copy.Thread.CommentsOf(person).TakeLast(max).Reverse().Select(number => new WrittenComment(number, copy.Thread.Find(number)!.CreatedAt)).ToList());

    /// <summary>The first so many of those seen.</summary>
    private sealed record Folded(SeenAuthors? Of, int Count, Participants Participants)
    {
        /// <summary>After an erasure, or in another epoch, those seen are others.</summary>
        public int CountOf(SeenAuthors seen) => Of == seen ? Count : 0;
    }
}
