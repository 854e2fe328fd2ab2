using Realtime.Discussion.Articles;
using Realtime.Discussion.Identity;
using Realtime.Server.Commenting;

namespace Realtime.Server.Demo;

/// <summary>The demo article's discussion. It is begun when somebody first opens the demo; asked twice at once it is begun once, because client ids are.</summary>
internal sealed class DemoThread(CommentActions actions, CommentPosting posting, ThreadReads reads)
{
    private static readonly ThreadKey Key = ThreadKey.TryParse("demo", "harbour-bridge", out var key) ? key : throw new InvalidOperationException();
    private static readonly Article Article = new() { Title = "The bridge that waits for the boats", Section = "Harbour", Tags = ["harbour", "bridge"] };
    private static readonly Actor Publisher = Person("gazette", "The Gazette", Roles.Publisher);
    private static readonly Actor Ada = Person("ada", "Ada Quill"), Armen = Person("armen", "Արմեն Սարյան"), Lena = Person("lena", "Лена Орлова");

    private static readonly (Actor Author, int? ReplyTo, string Body)[] Opening =
    [
        (Ada, null, "I cycle across at *seven*. Last winter I waited twenty minutes for **one** dinghy. Could the small ones not go together, on the hour?"),
        (Armen, 1, "Ada, իմ պապն էր կամրջի պահակը։ Նա ասում էր՝ նավը չի կարող կանգնել, իսկ մարդը կարող է։"),
        (Lena, null, "На рыбном рынке моста ждут все: и лодки, и покупатели.\n\n> The bell is the only clock we all believe.\n\nЛучшая фраза в статье."),
        (Ada, 2, "Արմեն, that I did not know. Then I shall wait a little more gladly."),
    ];

    public async Task BeginAsync(CancellationToken cancellation)
    {
        if ((await reads.OpenAsync(Key, cancellation)).Value is not { Exists: false }) return;
        await actions.DescribeAsync(Publisher, Key, Article, cancellation);
        for (var i = 0; i < Opening.Length; i++)
        {
            var (author, replyTo, body) = Opening[i];
            await posting.PostAsync(author, Key, new PostRequest { ClientCommentId = $"demo-{i}", Body = body, ReplyTo = replyTo }, cancellation);
        }
    }

    private static Actor Person(string id, string name, Roles roles = Roles.None) =>
        UserId.TryParse(id, out var user) ? new Actor(user, name, roles) : throw new InvalidOperationException($"'{id}' is no user id.");
}
