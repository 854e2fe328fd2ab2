using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Commenters;

/// <summary>The one place where a command meets a commenter's state: pure, as <see cref="ThreadRules"/> is.</summary>
internal static class CommenterRules
{
    public static Decision Decide(Commenter commenter, CommenterCommand command, DateTimeOffset now) => command switch
    {
        TellProfile told => Tell(commenter, told, now),
        IgnorePerson ignore => Ignore(commenter, ignore, now),
        HeedPerson heed => commenter.Ignored.Contains(heed.User)
            ? Decision.Accept(new PersonHeeded { At = now, By = heed.Actor.Id, User = heed.User })
            : Decision.Already(),
        TakeNotices notices => Take(commenter, notices, now),
        ReadInbox read => Math.Min(read.Through, commenter.Inbox.Last) > commenter.Inbox.ReadThrough
            ? Decision.Accept(new InboxRead { At = now, By = read.Actor.Id, Through = Math.Min(read.Through, commenter.Inbox.Last) })
            : Decision.Already(),
        EraseCommenter erase => Erase(commenter, erase, now),
        _ => throw new ArgumentException($"No rule for {command.GetType().Name}.", nameof(command)),
    };

    private static Decision Tell(Commenter commenter, TellProfile command, DateTimeOffset now)
    {
        var known = commenter.Profile;
        if (known is not null && (known.IssuedAt >= command.IssuedAt || known.Shows(command.Actor.Name, command.Badges))) return Decision.Already();
        return Decision.Accept(new ProfileTold
        {
            At = now,
            By = command.Actor.Id,
            Name = command.Actor.Name,
            Badges = command.Badges is { Count: > 0 } badges ? badges : null,
            IssuedAt = command.IssuedAt,
        });
    }

    private static Decision Ignore(Commenter commenter, IgnorePerson command, DateTimeOffset now)
    {
        if (commenter.Ignored.Contains(command.User)) return Decision.Already();
        if (command.User == command.Actor.Id) return Refuse("Nobody can ignore themselves.");
        if (commenter.Ignored.Count >= Commenter.MostIgnored) return Refuse($"At most {Commenter.MostIgnored} people can be ignored.");
        return Decision.Accept(new PersonIgnored { At = now, By = command.Actor.Id, User = command.User });
    }

    private static Decision Take(Commenter commenter, TakeNotices command, DateTimeOffset now)
    {
        List<InboxItem> news = [];
        var inbox = commenter.Inbox;
        foreach (var item in command.Items.Where(item => IsWanted(commenter, item) && (commenter.ErasedAt is not { } erased || item.At > erased)))
        {
            if (!inbox.IsNews(item)) continue;
            news.Add(item);
            inbox = inbox.Put(item);
        }

        return news.Count > 0 ? Decision.Accept(new NoticesTaken { At = now, By = command.Actor.Id, Items = news }) : Decision.Already();
    }

    /// <summary>What an ignored person does is not even kept; that it was withdrawn is.</summary>
    private static bool IsWanted(Commenter commenter, InboxItem item) => item.From is not { } from || !commenter.Ignored.Contains(from.Id);

    private static Decision Erase(Commenter commenter, EraseCommenter command, DateTimeOffset now)
    {
        var isEmpty = commenter with { ErasedAt = null } is { Profile: null, FirstSeen: null, Ignored.Count: 0, Inbox.Last: 0 };
        return isEmpty && commenter.ErasedAt is not null ? Decision.Already() : Decision.Accept(new CommenterErased { At = now, By = command.Actor.Id });
    }

    private static Decision Refuse(string why) => Decision.Refuse(new Refusal(RefusalCode.NotAllowed) { Detail = why });
}
