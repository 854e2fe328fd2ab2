namespace Realtime.Discussion.Tests.Screening;

/// <summary>A second set, written when the lexicon and the misses of the first were known, before the lexicon was extended for them, and not tuned on since.</summary>
internal static class HeldOutLater
{
    public static readonly (string Language, IReadOnlyList<string> Attacks, IReadOnlyList<string> Innocents)[] Sets =
    [
        ("en",
            [
                "You sir are a disgrace and a fraud.", "What a brain-dead take, typical of you, Karl.", "Nobody likes you, Ruben, take the hint.",
                "Wash your mouth out, you filthy animal.", "You couldn't find your own backside with both hands.", "Anna is nothing but a paid shill.", "y0u p4th3t1c w0rm",
                "Go play in traffic.",
            ],
            [
                "You people on the night shift deserve a medal.", "The clown at the circus shook your hand, remember?", "Don't be afraid, Anna, the dog is harmless.",
                "You may think me stupid, but I like the new bridge.", "Trash like that should be collected on Mondays.", "If you are tired, get some sleep.",
            ]),
        ("de",
            [
                "Sie haben nicht alle Tassen im Schrank, Karl.", "Du hast doch keine Ahnung, du Hohlkopf.", "Was bist du nur für ein Idiot.",
                "Ihr seid alle gekaufte Schreiberlinge und Heuchler.", "Anna, du dumme Kuh.", "Geh sterben.", "Du L ü g n e r", "Sie sind ein widerlicher Hetzer.",
            ],
            [
                "Du hast keine Ahnung, wie sehr ich mich freue!", "Ihr seid herzlich eingeladen.", "Das Schwein im Stall heißt Karl.", "Dumm ist nur, wer nicht fragt.",
                "Sind Sie krank? Gute Besserung!", "Der Minister ist ein Lügner.",
            ]),
        ("ru",
            [
                "Вы хам и невежда, Армен.", "Ты совсем тупой или как?", "Сергей, не позорься, иди в школу.", "Лена, заткни свой фонтан.", "Ты жалкий тролль на зарплате.",
                "Да пошёл ты лесом.", "tebe mozgi ne dali, durak", "Ты г н и д а",
            ],
            [
                "Ты видел нового клоуна в цирке?", "Вы не дурак, вас обманули.", "Собака не тупая, она просто старая.", "Лена, закрой окно, дует.",
                "Козёл съел капусту у соседа.", "Тебе идёт новая стрижка.",
            ]),
        ("hy",
            [
                "Արամ, դու անգրագետ մարդ ես։", "Լռիր, տգետ։", "Ինչ հիմար ես։", "Դու խելք չունես։", "Դուք բոլորդ ծախված եք։", "Du tkhmar es, Anna", "Քո ուղեղը չի աշխատում։",
                "Կորիր այստեղից, շուն։",
            ],
            [
                "Դու շուն ունե՞ս։", "Էշ չեմ, հասկանում եմ։", "Դուք ճիշտ եք, ես տգետ եմ այդ հարցում։", "Խոզի միսը թանկացել է։", "Բերանդ բաց ու ասա՝ ինչ է եղել։",
                "Քո ասածը հիմար միտք է, բայց հետաքրքիր։",
            ]),
        ("ar",
            [
                "يا غبي افهم قبل أن تكتب", "أنت حمار كبير", "أنتم كلاب مأجورة", "أحمد أنت جاهل ومتخلف", "اسكت يا حقير", "يلعن أبوك", "انت ك ذ ا ب", "وجهك مثل مؤخرتك يا تافه",
            ],
            [
                "هل أنت متعب؟", "كلب الجيران جميل", "أنت لست غبيا بل خدعوك", "يا أحمد هل قرأت المقال؟", "كلامك غير صحيح", "هو كذاب كما قال القاضي",
            ]),
    ];
}
