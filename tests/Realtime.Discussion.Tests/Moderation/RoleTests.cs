using Realtime.Discussion.Appeals;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Moderation;

/// <summary>
/// Every command of a thread, by every role: who may. In the thread comment 1 is somebody else's, comment 2 one's own. A command that is missing here fails the
/// last test, so that nothing new is open to everybody by oversight.
/// </summary>
public class RoleTests
{
    private const Roles Nobody = Roles.None, Staff = Roles.Staff, Moderator = Roles.Moderator, Publisher = Roles.Publisher, Admin = Roles.Admin;

    private static readonly Roles[] Everybody = [Nobody, Staff, Moderator, Publisher, Admin];

    private static readonly UserId Me = new("me");

    private static readonly Dictionary<string, (Func<Actor, ThreadCommand> Command, Roles[] May)> Table = new()
    {
        ["post"] = (by => new PostComment { Actor = by, ClientCommentId = "new", Body = LiveThread.Body("x") }, Everybody),
        ["edit one's own"] = (by => new EditComment { Actor = by, Number = 2, Revision = 1, Body = LiveThread.Body("x") }, Everybody),
        ["edit another's"] = (by => new EditComment { Actor = by, Number = 1, Revision = 1, Body = LiveThread.Body("x") }, [Staff, Moderator, Admin]),
        ["remove one's own"] = (by => new RemoveComment { Actor = by, Number = 2 }, Everybody),
        ["remove another's"] = (by => new RemoveComment { Actor = by, Number = 1 }, []),
        ["react"] = (by => new SetReaction { Actor = by, Number = 1, Kind = "like", On = true }, Everybody),
        ["report"] = (by => new ReportComment { Actor = by, Number = 1, Reason = "spam" }, Everybody),
        ["appeal for one's own"] = (by => new AppealComment { Actor = by, Number = 2 }, Everybody),
        ["appeal for another's"] = (by => new AppealComment { Actor = by, Number = 3 }, []),
        ["approve"] = (by => Decide(by, Decisions.Approve), [Moderator, Admin]),
        ["reject"] = (by => Decide(by, Decisions.Reject) with { Reason = "spam" }, [Moderator, Admin]),
        ["hold"] = (by => Decide(by, Decisions.Hold), [Moderator, Admin]),
        ["restore"] = (by => Decide(by, Decisions.Restore) with { Number = 3 }, [Moderator, Admin]),
        ["approve one's own"] = (by => Decide(by, Decisions.Approve) with { Number = 2 }, [Moderator, Admin]),
        ["feature"] = (by => Decide(by, Decisions.Feature), [Staff, Moderator, Publisher, Admin]),
        ["unfeature"] = (by => Decide(by, Decisions.Unfeature) with { Number = 4 }, [Staff, Moderator, Publisher, Admin]),
        ["pin"] = (by => Decide(by, Decisions.Pin), [Staff, Moderator, Publisher, Admin]),
        ["unpin"] = (by => Decide(by, Decisions.Unpin) with { Number = 4 }, [Staff, Moderator, Publisher, Admin]),
        ["move"] = (by => new MoveComments { Actor = by, Number = 1, Revision = 1, To = new ArticleId("ferry") }, [Moderator, Admin]),
        ["receive"] = (by => new ReceiveComment
        {
            Actor = by, From = ThreadKey.Parse("gazette/ferry"), FromNumber = 1, Author = People.Bagrat.AsAuthor, CreatedAt = default, Body = LiveThread.Body("x"),
        }, [Moderator, Admin]),
        ["describe"] = (by => new DescribeArticle { Actor = by, Article = new Article { Title = "new" } }, [Publisher, Admin]),
        ["close"] = (by => new CloseThread { Actor = by }, [Moderator, Publisher, Admin]),
        ["reopen"] = (by => new ReopenThread { Actor = by }, [Moderator, Publisher, Admin]),
        ["schedule a close"] = (by => new ScheduleClose { Actor = by, ClosesAt = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) }, [Moderator, Publisher, Admin]),
        ["set the mode"] = (by => new SetThreadMode { Actor = by, Review = true }, [Moderator, Admin]),
        ["erase oneself"] = (by => new ErasePerson { Actor = by, User = Me }, Everybody),
        ["erase another"] = (by => new ErasePerson { Actor = by, User = People.Ani.Id }, [Moderator, Admin]),
        // The alarm's own: whoever gave them could do no more than what is due.
        ["ring for the close"] = (by => new CloseWhenDue { Actor = by }, Everybody),
        ["ring for the guard"] = (by => new EndGuardWhenDue { Actor = by }, Everybody),
    };

    public static TheoryData<string, Roles> Rows
    {
        get
        {
            var rows = new TheoryData<string, Roles>();
            foreach (var action in Table.Keys)
                foreach (var role in Everybody)
                    rows.Add(action, role);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Who_may_what(string action, Roles role)
    {
        var (command, may) = Table[action];
        var decision = Thread(action).Give(command(new Actor(Me, "Me", role)));

        if (may.Contains(role)) Assert.Null(decision.Refusal);
        else Assert.True(decision.Refusal?.Code is RefusalCode.NotAllowed or RefusalCode.NotYours, $"{decision.Refusal?.Code}");
    }

    [Fact]
    public void Every_command_is_in_the_table() => Assert.Equal(
        typeof(ThreadCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ThreadCommand)) && !type.IsAbstract).Select(type => type.Name).Order(),
        Table.Values.Select(row => row.Command(People.Ani).GetType().Name).Distinct().Order());

    private static LiveThread Thread(string action)
    {
        var thread = new LiveThread();
        thread.Post(People.Ani);
        thread.Post(new Actor(Me, "Me", Roles.None));
        thread.Post(People.Ani);
        thread.Reject(People.Moderator, 3);
        thread.Post(People.Ani);
        thread.Decide(People.Moderator, 4, Decisions.Pin);
        thread.Decide(People.Moderator, 4, Decisions.Feature);
        if (action == "appeal for one's own") thread.Reject(People.Moderator, 2);
        if (action == "reopen") thread.Close(People.Moderator);
        return thread;
    }

    private static DecideComment Decide(Actor by, string decision) => new() { Actor = by, Number = 1, Revision = 1, Decision = decision };
}
