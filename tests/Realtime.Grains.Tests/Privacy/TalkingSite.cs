using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Appeals;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Commenters;
using Realtime.Grains.Projections;
using Realtime.Grains.Queue;
using Realtime.Grains.Sites;
using Realtime.Grains.Tests.Journals;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Tests.Privacy;

/// <summary>
/// A site on which people do at random whatever people do. Everybody's words contain a word that nobody else has, their names another, and what moderators write about
/// them a third, so that each can be looked for. What is refused is refused.
/// </summary>
internal sealed class TalkingSite(IServiceProvider services, int seed)
{
    private static readonly string[] Articles = ["bridge", "ferry", "tunnel"];
    private static readonly string[] Commenters = ["p0", "p1", "p2", "m0", "m1"];
    private static readonly Actor Admin = Say.Person("the-admin", Roles.Admin);

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, int> _names = [];
    private int _step;

    public SiteId Id { get; } = new($"site{seed}");

    /// <summary>Whoever may be erased. Of the passer-by no thread knows anything: they take back whatever they give.</summary>
    public IReadOnlyList<string> People { get; } = [.. Commenters, "passer-by"];

    public IEnumerable<ThreadKey> Threads => Articles.Select(article => new ThreadKey(Id, new ArticleId(article)));

    public UserId IdOf(string person) => new($"id-of-{person}~{seed}");

    /// <summary>What an erasure must not leave of a person beside their id.</summary>
    public string[] TracesOf(string person) => [$"words-of-{person}~{seed}", $"Name-of-{person}~{seed}", $"about-{person}~{seed}"];

    public async Task TalkAsync(int steps)
    {
        for (_step = 0; _step < steps; _step++) await StepAsync(Any(Commenters), Any(Commenters), new ThreadKey(Id, new ArticleId(Any(Articles))));
    }

    /// <summary>Returns when all that has happened has been told, moved comments too.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 2; round++)
            foreach (var thread in Threads)
                await services.GetRequiredService<IGrainFactory>().GetGrain<IProjectedThreadGrain>(thread.ToString()).Tell();
    }

    private Task StepAsync(string person, string other, ThreadKey thread) => _random.Next(25) switch
    {
        > 18 => GiveAsync(thread, Post(person, other)),
        0 or 1 => PassAsync(thread, Number()),
        2 or 3 or 4 or 5 => EditAsync(thread, person, other),
        6 or 7 => GiveAsync(thread, new SetReaction { Actor = ActorOf(person), Number = Number(), Kind = Any("like", "sad"), On = _random.Next(3) > 0 }),
        8 => GiveAsync(thread, new ReportComment { Actor = ActorOf(person), Number = Number(), Reason = "spam", Detail = Words(person).Text }),
        9 => GiveAsync(thread, new RemoveComment { Actor = ActorOf(person), Number = Number() }),
        10 or 11 => DecideAsync(thread, Any("m0", "m1")),
        12 => GiveAsync(thread, new AppealComment { Actor = ActorOf(person), Number = Number(), Detail = Words(person).Text }),
        13 when _random.Next(4) == 0 => GiveAsync(thread, new MoveComments { Actor = ActorOf("m0"), Number = Number(), Revision = 1, After = 9, To = new ArticleId(Any(Articles)) }),
        14 => RenameAsync(person),
        15 => TellAsync(person, new IgnorePerson { Actor = ActorOf(person), User = IdOf(other) }),
        16 => TellAsync(person, new HeedPerson { Actor = ActorOf(person), User = IdOf(other) }),
        17 => SanctionAsync(other),
        18 => ClaimAsync(Any("m0", "m1"), thread),
        _ => GiveAsync(new GiveRoles { Actor = Admin, User = IdOf(other), Roles = Any(Roles.None, Roles.Staff) }),
    };

    private async Task PassAsync(ThreadKey thread, int number)
    {
        var reaction = new SetReaction { Actor = ActorOf("passer-by"), Number = number, Kind = "like", On = true };
        await GiveAsync(thread, reaction);
        await GiveAsync(thread, reaction with { On = false });
    }

    private PostComment Post(string person, string other) => new()
    {
        Actor = ActorOf(person),
        ClientCommentId = $"{person}-{_step}",
        Body = Words(person),
        ReplyTo = _random.Next(2) == 0 ? Number() : null,
        Findings = _random.Next(5) == 0 ? [Say.Doubt with { Detail = Words(person).Text }] : [],
        Addressee = Maybe(IdOf(other)),
        Mentions = _random.Next(3) == 0 ? [IdOf(other), IdOf(Any(Commenters))] : [],
        Badges = [$"Name-of-{person}~{seed}"],
    };

    /// <summary>What a moderator writes into somebody else's comment is that comment: the words are as much its author's as before.</summary>
    private async Task EditAsync(ThreadKey thread, string person, string other)
    {
        var number = Number();
        await GiveAsync(thread, new EditComment
        {
            Actor = ActorOf(person),
            Number = number,
            Revision = _random.Next(1, 3),
            Body = Words(await NameOfAsync(thread, number) ?? person),
            ClientEditId = $"{person}-{_step}",
            Addressee = Maybe(IdOf(other)),
        });
    }

    private async Task DecideAsync(ThreadKey thread, string moderator)
    {
        var (number, decision) = (Number(), Any(Decisions.Approve, Decisions.Reject, Decisions.Reject, Decisions.Restore, Decisions.Hold, Decisions.Feature));
        var note = await NameOfAsync(thread, number) is { } author ? $"about-{author}~{seed}" : null;
        await GiveAsync(thread, Say.Decide(moderator, number, decision, after: 99) with { Actor = ActorOf(moderator), Note = note });
    }

    /// <summary>With a passage of whoever wrote the comment, as a host would have checked.</summary>
    private async Task GiveAsync(ThreadKey thread, ThreadCommand command)
    {
        if (command is PostComment post && _random.Next(3) == 0 && Number() is var source && await NameOfAsync(thread, source) is { } author)
            command = post with { Quote = new Quote(source, 1, Words(author).Text) };
        await services.GetRequiredService<IThreadCommands>().ExecuteAsync(thread, command);
    }

    private Task<CommandOutcome> GiveAsync(SiteCommand command) => services.GetRequiredService<ISiteCommands>().ExecuteAsync(Id, command);

    private Task<CommandOutcome> TellAsync(string person, CommenterCommand command) => services.GetRequiredService<ICommenters>().ExecuteAsync(Id, IdOf(person), command);

    private async Task RenameAsync(string person)
    {
        _names[person] = _step;
        await TellAsync(person, new TellProfile { Actor = ActorOf(person), IssuedAt = DateTimeOffset.UnixEpoch.AddSeconds(_step) });
    }

    private async Task SanctionAsync(string person)
    {
        var site = await services.GetRequiredService<IJournal>().ReplayAsync(new SiteAggregate(), new JournalKey(Id.Value));
        if (site.SanctionsOf(IdOf(person)) is [var first, ..] && _random.Next(8) > 0)
        {
            SiteCommand end = first.Kind == SanctionKind.Warn ? new AcknowledgeWarning { Actor = ActorOf(person), Id = first.Id } : new LiftSanction { Actor = Admin, User = IdOf(person), Id = first.Id };
            await GiveAsync(end);
            return;
        }

        var kind = Any(SanctionKind.Warn, SanctionKind.Suspend, SanctionKind.Ban, SanctionKind.Shadow, SanctionKind.Review);
        DateTimeOffset? until = kind == SanctionKind.Suspend ? TimeProvider.System.GetUtcNow().AddDays(1) : null;
        await GiveAsync(new ImposeSanction { Actor = ActorOf("m0"), User = IdOf(person), Kind = kind, Until = until, Reason = $"about-{person}~{seed}" });
    }

    private async Task ClaimAsync(string moderator, ThreadKey thread)
    {
        var (queues, key) = (services.GetRequiredService<IQueues>(), new QueueKey(thread.Article, Number()));
        await queues.ExecuteAsync(Id, new ClaimItem { Actor = ActorOf(moderator), Key = key });
        if (_random.Next(2) == 0) await queues.ExecuteAsync(Id, new ReleaseItem { Actor = ActorOf(moderator), Key = key });
    }

    /// <summary>Who wrote a comment, as they are called here.</summary>
    private async Task<string?> NameOfAsync(ThreadKey thread, int number)
    {
        var author = (await services.GetRequiredService<IJournal>().ReplayAsync(Say.Kind, thread.Journal)).Find(number)?.Author.Id;
        return People.FirstOrDefault(person => IdOf(person) == author);
    }

    private Actor ActorOf(string person) =>
        new(IdOf(person), $"Name-of-{person}~{seed} {_names.GetValueOrDefault(person)}", person[0] == 'm' ? Roles.Moderator : Roles.None) { Badges = [$"Name-of-{person}~{seed}"] };

    private CommentBody Words(string person) => Say.Body($"words-of-{person}~{seed} at {_step}");

    private int Number() => _random.Next(1, 9);

    private UserId? Maybe(UserId user) => _random.Next(3) == 0 ? user : null;

    private T Any<T>(params T[] items) => items[_random.Next(items.Length)];
}
