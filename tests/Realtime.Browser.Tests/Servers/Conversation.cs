namespace Realtime.Browser.Tests.Servers;

/// <summary>A discussion with something of everything: three scripts, answers under answers, a quote, formatting, an edit, long words.</summary>
internal static class Conversation
{
    public const int Length = 7;

    public static async Task HoldAsync(LiveServer server, string article)
    {
        await server.PostAsync(Person.Ada, article, "I cycle across at *seven*. Last winter I waited twenty minutes for **one** dinghy.\n\n1. Could the small ones go together?\n2. On the hour?");
        await server.PostAsync(Person.Armen, article, "Ada, իմ պապն էր կամրջի պահակը։ Նա ասում էր՝ նավը չի կարող կանգնել, իսկ մարդը կարող է։", replyTo: 1);
        await server.PostAsync(Person.Omar, article, "السفن لا تنتظر، أما نحن فننتظر. شكرًا لحارسة الجسر.", replyTo: 2);
        await server.PostAsync(Person.Ada, article, "Well said!", replyTo: 3, quote: new { number = 3, revision = 1, text = "السفن لا تنتظر" });
        await server.PostAsync(Person.Armen, article, "> The bell is the only clock we all believe.\n\nSee https://gazette.example/harbour/" + new string('a', 120));
        await server.PostAsync(Person.Omar, article, "Befor");
        await server.EditAsync(Person.Omar, article, 6, "Before: `opens = asked && wind < 8`");
        await server.PostAsync(Person.Ada, article, "Six minutes are long on deck.");
    }
}
