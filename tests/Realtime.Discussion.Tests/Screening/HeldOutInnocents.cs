namespace Realtime.Discussion.Tests.Screening;

/// <summary>What looks like an attack and is none: hard words for things, oneself, absent people, animals and quotations, and "you"
/// without an insult. Written before the lexicon was read, and never tuned on.</summary>
internal static class HeldOutInnocents
{
    public static readonly IReadOnlyList<string> English =
    [
        "This is a stupid law and the ministers who wrote it should be ashamed.",
        "I was an idiot to believe the first poll, I admit it.",
        "Armen, you are right and I was wrong about the pipeline.",
        "You call everybody who disagrees a moron; please stop that.",
        "A dumb waiter carried the plates up, as in all old houses.",
        "Shut up and take my money, as the meme goes: I would buy that phone today.",
        "Anna, I think your argument fails at the second step: the treaty was never ratified.",
        "The idiot of Dostoevsky is my favourite character in all Russian prose.",
        "Nobody asked the villagers what they think, and that is the scandal.",
        "It would be foolish to sign before the elections, don't you think?",
        "My dog is so stupid he barks at his own shadow, but you have to love him.",
        "You would have to be a genius to read that timetable.",
        "He called me a liar on television; my lawyer has written to him.",
    ];

    public static readonly IReadOnlyList<string> German =
    [
        "Ein Idiot, wer glaubt, die Mieten sinken von allein.",
        "Dumm gelaufen: Der Zug war schon weg.",
        "Ich bin wohl zu blöd, das Formular zu finden. Wo steht es?",
        "Karl, du hast recht, die Zahlen stammen von 2019.",
        "Die Klappe am Backofen schließt nicht mehr, was tun?",
        "Du bist der Erste, der hier eine Quelle nennt, danke.",
        "Sie verwechseln Brutto und Netto, Herr Nachbar.",
        "Das ist eine schwachsinnige Verordnung, die niemand einhalten kann.",
        "Mein Sohn ist krank, deshalb antworte ich erst heute.",
        "Wer andere als Schwachkopf beschimpft, hat keine Argumente.",
        "Der Esel auf dem Hof meines Großvaters hieß Karl.",
        "Halten Sie den Minister wirklich für einen Lügner? Ich nicht.",
        "Du musst nicht alles glauben, was im Fernsehen kommt.",
    ];

    public static readonly IReadOnlyList<string> Russian =
    [
        "Дурак дураком, а дорогу нашёл: так говорила моя бабушка.",
        "Сам я был дурак, что не купил билеты раньше.",
        "«Идиот» Достоевского я перечитываю каждый год.",
        "Сергей, вы правы, я ошибся в дате.",
        "Это глупый закон, и его отменят.",
        "Тупой нож опаснее острого.",
        "Баран на вертеле получился отличный, спасибо за рецепт.",
        "Ты пробовал звонить в поликлинику? Больной может ждать часами.",
        "Не надо называть людей тварями, это недостойно.",
        "Крыса пробежала через весь вагон метро.",
        "Вы не учли инфляцию, поэтому вывод неверен.",
        "Министр врёт, и доказательства опубликованы.",
        "Закройте рот маской, когда кашляете в автобусе.",
    ];

    public static readonly IReadOnlyList<string> Armenian =
    [
        "Արամ, դու ճիշտ ես, ես սխալվել եմ։",
        "Հիմար որոշում էր, բայց արդեն ուշ է։",
        "Ես ինքս հիմար էի, որ հավատացի։",
        "Դու շատ լավ ես գրել, շնորհակալություն։",
        "Էշը մեր գյուղում դեռ օգտակար կենդանի է։",
        "Շունը ամբողջ գիշեր հաչում էր։",
        "Մարդկանց ապուշ անվանելը փաստարկ չէ։",
        "Այս օրենքը անգրագետ է գրված։",
        "Ձեր ասածը ճիշտ չէ, որովհետև պայմանագիրը չի վավերացվել։",
        "Քեզ ո՞վ ասաց, որ ճանապարհը փակ է։",
        "Անասունների թիվը այս տարի նվազել է։",
        "Aram jan, du shat lav mard es",
        "Նախարարը ստախոս է, և դա ապացուցված է։",
    ];

    public static readonly IReadOnlyList<string> Arabic =
    [
        "أنت محق يا أحمد، لقد أخطأت في التاريخ",
        "هذا قرار غبي ولن يساعد أحدا",
        "كنت غبيا عندما صدقت الإعلان الأول",
        "الكلب نام أمام الباب طوال الليل",
        "لا يجوز أن نصف الناس بالحمير لأنهم خالفونا",
        "الحمار حيوان صبور يستحق الاحترام",
        "شكرا يا ليلى على المصدر، لم أكن أعرفه",
        "أنت لم تذكر السعر، فكم هو؟",
        "الوزير كذاب وقد ثبت ذلك في المحكمة",
        "كان الطفل جاهلا بالخطر فعبر الشارع",
        "تعلمت القراءة في الخامسة من عمري",
        "من قال إن العقل صغير أو كبير؟ هذا سؤال فلسفي",
        "ya Ahmed enta sah, el soora adeema",
    ];
}
