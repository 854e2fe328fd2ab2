using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Words;

namespace Realtime.Discussion.Tests.Screening;

/// <summary>One example: a text, what an editor would want done with it, and whether it answers somebody.</summary>
public sealed record ScreeningExample(Verdict Expected, string Text, bool IsReply = false);

/// <summary>
/// Comments written for this table: disguises that must be seen through, innocent look-alikes that must pass, and some of both kinds that the
/// screener is known to get wrong. They are here so that the figures are honest.
/// </summary>
internal static class ScreeningExamples
{
    public static WordLists Words { get; } = new()
    {
        Banned = ["shit*", "bullshit", "fuck*", "motherfuck*", "asshole*", "ass", "cunt*", "whore*", "tits", "cock", "хуй*", "пизд*", "сука", "блядь", "мудак*", "քունեմ*", "բոզ", "դմբո", "viagra"],
        Suspect = ["damn", "crap", "vendu", "hell", "dick", "жопа", "lavash brain"],
        Allowed = ["dick cheney", "dick van dyke", "hell's kitchen", "cock and bull"],
    };

    public static IReadOnlyList<string> Participants { get; } = ["Lusine", "Garo M.", "Виктор", "Թամար"];

    private const Verdict Allow = Verdict.Allow, Hold = Verdict.Hold, Reject = Verdict.Reject;

    public static IReadOnlyList<ScreeningExample> All { get; } =
    [
        // Banned words, plain and dressed up.
        new(Reject, "This is shit reporting"), new(Reject, "Sh1t happens, they say"), new(Reject, "what a load of 5h!t"), new(Reject, "s h i t"),
        new(Reject, "s.h.i.t. article"), new(Reject, "shiiiiit"), new(Reject, "ѕhіt"), new(Reject, "ｓｈｉｔ"), new(Reject, "𝖘𝖍𝖎𝖙 again"),
        new(Reject, "s\u200Bh\u200Bi\u200Bt"), new(Reject, "šhït"), new(Reject, "fuсk this"), new(Reject, "FVCK this"), new(Reject, "f-u-c-k off already"),
        new(Reject, "fuuuuck"), new(Reject, "f u c k i n g useless"), new(Reject, "Ⓕⓤⓒⓚ"), new(Reject, "a$$hole behaviour"), new(Reject, "@sshole"),
        new(Reject, "pure bull-shit"), new(Reject, "kiss my a s s"), new(Reject, "аss"), new(Reject, "you cunt"), new(Reject, "сunts, all of them"),
        new(Reject, "buy v1agra here"), new(Reject, "V.I.A.G.R.A"), new(Reject, "nice t1ts"), new(Reject, "a соск joke"),
        new(Reject, "хуйня какая-то"), new(Reject, "xуйня"), new(Reject, "huinya kakaya-to"), new(Reject, "khuynya"), new(Reject, "xyйня"),
        new(Reject, "вот с у к а"), new(Reject, "suka"), new(Reject, "cyкa"), new(Reject, "сyка"), new(Reject, "Пиздец полный"), new(Reject, "pizdec"), new(Reject, "pizdets"),
        new(Reject, "п.и.з.д.е.ц"), new(Reject, "bliad"), new(Reject, "6лядь"), new(Reject, "mudaki"), new(Reject, "բոզ"), new(Reject, "boz es"), new(Reject, "ԲՈԶ"),
        new(Reject, "դմբո"), new(Reject, "dmbo"), new(Reject, "tmpo"),
        // Suspect words.
        new(Hold, "Damn these potholes"), new(Hold, "what the h3ll"), new(Hold, "d a m n it"), new(Hold, "cr@p"), new(Hold, "полная жопа"), new(Hold, "polnaya zhopa"),
        new(Hold, "jopa"), new(Hold, "a vendu editor"), new(Hold, "lavash-brain columnists"),
        // Personal attacks.
        new(Hold, "Lusine, you are an idiot."), new(Hold, "you're such a m0ron"), new(Hold, "Garo is a liar and everybody knows it"),
        new(Hold, "I think you are a pathetic little troll"), new(Hold, "Only fools like you believe the brochure"), new(Hold, "Shut up, nobody here cares"),
        new(Hold, "go back to school, then come and argue"), new(Hold, "People like you are the problem in this city"), new(Hold, "Are you stupid?"),
        new(Hold, "Idiot.", true), new(Hold, "What a clown!", true), new(Hold, "y0u 1di0t"), new(Hold, "you are an i d i o t"),
        new(Hold, "Виктор, ты просто идиот"), new(Hold, "Ты дебил?"), new(Hold, "vy vse idioty"), new(Hold, "Заткнись и читай"), new(Hold, "zatknis uzhe"),
        new(Hold, "Դու ապուշ ես"), new(Hold, "du himar es"), new(Hold, "Ձենդ կտրի"), new(Hold, "Թամար, հիմար"), new(Hold, "tu es un crétin"), new(Hold, "Du bist so dumm"),
        new(Hold, "Cállate, payaso"), new(Hold, "sen aptal"), new(Hold, "Don't be such an idiot"), new(Hold, "Shame on you"), new(Hold, "you suck"),
        // Attacks without a word that any lexicon has: it is known that these pass.
        new(Hold, "Sweetheart, leave thinking to the grown-ups.", true), new(Hold, "I have met bricks with a better grasp of economics than you."),
        new(Hold, "One wonders who ties your shoelaces for you."), new(Hold, "f*ck this"), new(Hold, "you absolute walnut"), new(Reject, "phuck this"),
        // Innocent.
        new(Allow, "The class will assess the assignment in Essex and Scunthorpe."), new(Allow, "He is a passionate assassin of clichés"), new(Allow, "Shiitake soup with soy"),
        new(Allow, "The cockpit and the peacock"), new(Allow, "Hello from Michelle, she'll be late; he'll drive"), new(Allow, "a nervous tic"), new(Allow, "Dick Cheney's memoirs"),
        new(Allow, "We met in Hell's Kitchen"), new(Allow, "a cock-and-bull story"), new(Allow, "As soon as I pass, as usual"), new(Allow, "Flat 455, from 5 to 7"),
        new(Allow, "The A55 to Holyhead is closed"), new(Allow, "Room 1488 is upstairs"), new(Allow, "T-shirts and U-turns, e-mail me"), new(Allow, "Push it, or bus stop?"),
        new(Allow, "Это сукно, не рассукай слова: барсук в лесу"), new(Allow, "Застраховать хуторян"), new(Allow, "Оскорблять никого не буду"), new(Allow, "рассказывает о судьбе"),
        new(Allow, "Բոզարի մասին չեմ գրել"), new(Allow, "Ես կարդացել եմ հոդվածը, դու էլ կարդա"), new(Allow, "Դուք ճիշտ եք, Թամար ջան"), new(Allow, "Barev, du vonts es?"),
        new(Allow, "Tu es très gentil"), new(Allow, "Du bist sehr nett"), new(Allow, "Tú eres mi amigo"), new(Allow, "The president is an idiot"), new(Allow, "I was such an idiot for waiting"),
        new(Allow, "You are not an idiot, you were misled"), new(Allow, "He called you an idiot and I object"), new(Allow, "Your plan is stupid, sorry to say"),
        new(Allow, "Napoleon was a fool to march on Moscow"), new(Allow, "They should shut up and count"), new(Allow, "People like you make my day"), new(Allow, "Fools rush in where angels fear to tread"),
        new(Allow, "Thank you, the pigs on our farm are fine"), new(Allow, "Lusine, the liars are in parliament, not here"), new(Allow, "The Sussex coast, Penistone and Lightwater"),
        new(Allow, "\"you are an idiot\" is not an argument, friends"), new(Allow, "> you are an idiot\nPlease stop."), new(Allow, "Garo is right about the clowns at the ministry"),
        new(Allow, "Виктор прав, а министр дурак"), new(Allow, "Ты прав, они идиоты"), new(Allow, "J'ai vu un film débile hier"), new(Allow, "Ich war so dumm und habe gewartet"),
        new(Allow, "🇦🇲🇫🇷 bravo"), new(Allow, "Ո՜ւր ես, Թամար"), new(Allow, "3-3, then 1-0: what a match"), new(Allow, "O.K., I.E., U.S.A."), new(Allow, "الخبر صحيح"), new(Allow, "これは良い記事です"),
        new(Allow, "Are you sure the sheep got out?"), new(Allow, "Do you like the donkey in the film?"),
        // Innocent, yet it is known that these are held or refused.
        new(Allow, "My grandmother bred an ass and two mules"), new(Allow, "Only if you are stupid do you water at noon, my father said of himself"), new(Allow, "Где моя сука? Породистая, два щенка"),
        new(Allow, "You dumb waiters of the world, rise: a lift museum"), new(Allow, "Kurt Vonnegut wrote So it goes, go to hell with euphemisms was his rule"), new(Allow, "Damn Yankees is a musical"),
    ];
}
