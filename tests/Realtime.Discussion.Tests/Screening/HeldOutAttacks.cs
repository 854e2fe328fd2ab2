namespace Realtime.Discussion.Tests.Screening;

/// <summary>
/// Attacks written before the lexicon was read: whoever extends the lexicon leaves these alone, and does not copy them into it. What was missed
/// was known when the lexicon was first extended, so the figure since then flatters a little.
/// </summary>
internal static class HeldOutAttacks
{
    public static readonly IReadOnlyList<string> English =
    [
        "You are such an ignorant clown, Armen.",
        "Ruben, do us all a favour and crawl back under your rock.",
        "Anna you're a br@inless p.a.r.r.o.t",
        "Only a complete moron would write what you just wrote.",
        "Shut your mouth, nobody here cares what you think.",
        "U r s0 d u m b it hurts to read you",
        "Go back to kindergarten, you have no idea about anything.",
        "What a pathetic little liar you are.",
        "People like you should not be allowed to vote, or to breed.",
        "Get your head examined, Karl.",
        "Another lecture from the village idiot. Thanks Ruben.",
        "y o u   s t u p i d   c o w",
        "Your comments are the ramblings of a sick mind.",
        "Hope somebody breaks your legs one day, Armen.",
        "You \u0430r\u0435 \u0430 f\u043E\u043El and a \u0441\u043Eward",
        "you mo\u200Bro\u200Bn",
    ];

    public static readonly IReadOnlyList<string> German =
    [
        "Sie sind doch völlig bescheuert, Herr Nachbar.",
        "Halt einfach die Klappe, du Schwachkopf.",
        "Karl, du bist so dumm wie drei Meter Feldweg.",
        "Dir haben sie wohl ins Gehirn geschissen.",
        "Lern erst mal lesen, bevor du hier deinen Müll ablädst.",
        "D u V o l l p f o s t e n",
        "Du verlogener Mistkerl, schäm dich.",
        "Mit Ihnen zu diskutieren ist wie mit einer Wand, nur dass die Wand klüger ist.",
        "Was für ein erbärmlicher Wicht du bist, Ruben.",
        "Geh zum Arzt, Anna, du bist krank im Kopf.",
        "Du bist ein 1di0t, und das weiß hier jeder.",
        "Verpiss dich aus diesem Forum.",
        "Leute wie du gehören weggesperrt.",
    ];

    public static readonly IReadOnlyList<string> Russian =
    [
        "Ты просто безмозглый баран, Сергей.",
        "Закрой рот, тебя никто не спрашивал.",
        "Вы, похоже, и школу не закончили, раз пишете такую чушь.",
        "Какой же ты всё-таки подлец.",
        "Иди лечись, больной.",
        "Ты т у п о й осёл, учи историю",
        "Лена, ты врёшь как дышишь, продажная тварь.",
        "Таких, как ты, надо гнать отсюда палками.",
        "Ты ид1от или притворяешься?",
        "Да ты, братец, дурак набитый.",
        "Ty prosto tupaya ovtsa, Lena",
        "Сколько тебе заплатили, крыса?",
        "Чтоб ты сдох, Армен.",
    ];

    public static readonly IReadOnlyList<string> Armenian =
    [
        "Դու մի ապուշ ես, Արամ։",
        "Ձայնդ կտրի, ոչ ոք քեզ չի հարցրել։",
        "Բերանդ փակիր, անգրագետ։",
        "Ինչ անասուն ես դու, Արամ։",
        "Դու պարզապես ստախոս ես ու վախկոտ։",
        "Քո նմաններին պետք է քշել երկրից։",
        "Խելքդ թռցրել ես, հիմար։",
        "Du himar es, Aram",
        "Դու տ խ մ ա ր ես",
        "Ամոթ քեզ, լկտի ու անամոթ մարդ։",
        "Աննա, ուղեղ չունես, գնա դպրոց։",
        "Aram, du esh es, lav klini lres",
        "Ծախված շուն ես, ուրիշ ոչինչ։",
    ];

    public static readonly IReadOnlyList<string> Arabic =
    [
        "أنت غبي يا أحمد ولا تفهم شيئا",
        "اخرس يا جاهل",
        "يا كلب اسكت",
        "أنت مجرد كذاب ومنافق",
        "لا عقل لك ولا أخلاق يا أحمد",
        "يا ح م ا ر تعلم القراءة أولا",
        "عقلك صغير مثل عقل الدجاجة",
        "أنتم حثالة وعار على هذا البلد",
        "ليلى انت إنسانة تافهة وحقيرة",
        "روح العب بعيد يا ولد، مكانك الحضانة",
        "enta ghabi ya Ahmed",
        "ياااا غببببي",
        "الله يلعنك ويلعن من رباك",
    ];
}
