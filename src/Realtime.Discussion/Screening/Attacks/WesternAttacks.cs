namespace Realtime.Discussion.Screening.Attacks;

/// <summary>French, German, Spanish and Turkish: what readers of a paper with a diaspora write besides.</summary>
internal static class WesternAttacks
{
    public static readonly (AttackPart Part, string Entries)[] Lexicon =
    [
        (AttackPart.You, "tu|toi|vous|t'es|vous êtes|du|ihr|dich|bist du|seid ihr|tú|vos|usted|ustedes|eres|sois|sen|siz|sie sind ein|sie sind eine|sind sie ein|sind sie so"),
        (AttackPart.YouBehind, "comme toi|comme vous|wie du|wie ihr|como tú|como vosotros|gibi sen|sensin|sınız"),
        (AttackPart.YourKind, "les gens comme toi|les gens comme vous|leute wie du|leute wie ihr|leute wie sie|typen wie du|menschen wie du|deinesgleichen|euresgleichen|gente como tú|gente como ustedes|senin gibiler"),
        (AttackPart.Self, "je|j'ai|j'étais|nous|ich|mich|wir|yo|nosotros|ben|biz"),
        (AttackPart.Report, "dit|disent|appelle|traite|sagt|sagte|nennt|nannte|dice|dicen|llamó|dedi|diyor"),
        (AttackPart.Negation, "pas|ne|nicht|kein|keine|keinen|nunca|değil"),
        (AttackPart.Admonish, "sei kein|sei nicht so|seid nicht so|ne sois pas|ne soyez pas|no seas|no sean"),
        (AttackPart.Glue,
            "êtes|un|une|de|espèce de|espèces de|bande de|vraiment|trop|quel|quelle|pauvre|gros|sale|vieux|bist|seid|ein|eine|einen|so ein|echt|doch|wirklich|total|dummer|völlig|vollkommen|absolut|einfach|nur|wohl|alle|kleiner|kleine|dumme|dummes|blöde|feiger|armseliger|dreckiger|elender|"
            + "blöder|verdammter|una|unos|muy|tan|qué|pedazo de|maldito|bir|çok|tam|gerçekten"),
        (AttackPart.Insult,
            "imbécile|imbéciles|connard|connards|connasse|crétin|crétins|abruti|abrutis|débile|débiles|salaud|salauds|ordure|idiote|idiotes|pauvre con|gros con|sale con|"
            + "trottel|dummkopf|arschloch|vollidiot|vollidioten|idioten|depp|deppen|dumm|blöd|schwachkopf|lügner|verräter|drecksau|mistkerl|"
            + "spinner|hohlkopf|heuchler|versager|schwätzer|lügnerin|penner|spast|wichser|hurensohn|hornochse|dreckskerl|schweinehund|feigling|betrüger|abschaum|schwein|schweine|rassist|"
            + "rassisten|faschisten|bescheuert|bekloppt|beknackt|gestört|geisteskrank|hirnlos|dämlich|strohdumm|saudumm|verlogen|erbärmlich|dumme kuh|blöde kuh|dumme gans|"
            + "idiota|idiotas|imbécil|imbéciles|estúpido|estúpida|estúpidos|gilipollas|cretino|cretinos|payaso|payasos|pendejo|pendejos|cabrón|mentiroso|"
            + "aptal|aptallar|salak|salaklar|gerizekalı|ahmak|şerefsiz|hain"),
        (AttackPart.Hostile, "schande|pest|weggesperrt|eingesperrt|abgeschoben|verboten"),
        (AttackPart.Command,
            "ferme-la|fermez-la|ferme ta gueule|ta gueule|va te faire foutre|va te faire voir|casse-toi|va au diable|halt die klappe|halt's maul|halt die fresse|"
            + "verpiss dich|verpisst euch|halt den mund|halten sie den mund|haltet den mund|halt die schnauze|hau ab|verschwinde|zieh leine|geh zurück in die schule|geh zum teufel|cállate|cállense|vete a la mierda|vete al diablo|que te jodan|kapa çeneni|kes sesini|defol|siktir git"),
        (AttackPart.Phrase, "honte à toi|nique ta mère|fick dich|leck mich|schäm dich|schämt euch|schämen sie sich|du spinnst|ihr spinnt|du lügst|ihr lügt|du hast einen vogel|du tickst nicht richtig|wer bezahlt dich|wer bezahlt sie|hijo de puta|vergüenza te debería dar|aptalsın|salaksın|geri zekalısın|allah belanı versin"),
    ];
}
