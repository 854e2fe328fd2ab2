namespace Realtime.Discussion.Screening.Attacks;

/// <summary>Entries are written as in <see cref="Words.WordLists"/>, divided by bars.</summary>
internal static class EnglishAttacks
{
    public static readonly (AttackPart Part, string Entries)[] Lexicon =
    [
        (AttackPart.Plain, "thank you|thanks you|see you|bless you|and you|with you|to you|for you|love you|you know|you see|if you"),
        (AttackPart.You, "you|u|ya all|yall|y'all|you're|youre|you are|ur|you people|you guys|you all|you lot|you both|yourself"),
        (AttackPart.YouBehind, "like you|as you|that you are|like yourself|like yourselves"),
        (AttackPart.YourKind, "people like you|persons like you|your kind|the likes of you|you and your kind|your ilk|you and your ilk|guys like you|men like you"),
        (AttackPart.Self, "I|I'm|im|me|myself|we|us|ourselves"),
        (AttackPart.Report,
            "call|calls|called|calling|say|says|said|saying|tell|tells|told|think|thinks|thought|believe|believes|claim|claims|claimed|write|writes|wrote|name|named"),
        (AttackPart.Negation, "not|no|never|isn't|aren't|arent|ain't|aint|hardly|neither|nor|wasn't|weren't|don't|dont"),
        (AttackPart.Admonish, "don't be|dont be|do not be|stop being|quit being|stop acting like|don't act like|how can you be|how could you be|must you be"),
        (AttackPart.Glue,
            "are|re|r|is|was|were|be|being|been|a|an|the|such|so|just|really|very|too|quite|complete|completely|total|totally|absolute|absolutely|utter|utterly|"
            + "real|truly|clearly|obviously|simply|literally|still|always|must be|must|sound like|sounds like|look like|looks like|act like|behave like|seem|seems|look|sound|all|both|some kind of|kind of|sort of|"
            + "nothing but|bunch of|pack of|lot of|bloody|damn|goddamn|fucking|fuckin|freaking|f*cking|little|old|fat|ugly|dirty|filthy|poor|lazy|big|biggest|"
            + "arrogant|miserable|sad|whiny|uneducated|what|dear|jan|sir|hey|dude|man|bro|guys"),
        (AttackPart.Insult,
            "idiot|idiots|idiotic|moron|morons|moronic|imbecile|imbeciles|fool|fools|stupid|dumb|dumbass*|jackass*|asshole*|arsehole*|ass|bastard*|bitch*|scum|"
            + "scumbag*|pig|pigs|rat|rats|loser|losers|clown|clowns|coward|cowards|liar|liars|traitor|traitors|retard*|cretin|cretins|halfwit*|half-wit*|nitwit*|"
            + "dimwit*|brainless|braindead|brain dead|pathetic|disgusting|disgrace|worthless|ignorant|ignoramus*|clueless|troll|trolls|sheep|hypocrite|hypocrites|"
            + "fascist|fascists|nazi|nazis|degenerate|degenerates|parasite|parasites|vermin|trash|garbage|filth|delusional|psycho|psychopath|twat*|wanker*|prick|"
            + "pricks|dick|dickhead*|cunt*|a joke|donkey|bigot|bigots|piece of shit|piece of trash|piece of garbage|simpleton*|blockhead*|numbskull*|airhead*|"
            + "dunce|lunatic|lunatics|crook|crooks|snake|snakes|lowlife*|low life|waste of space|waste of oxygen|shithead*|fuckwit*|motherfucker*|son of a bitch|"
            + "naive|buffoon*|bozo|weirdo|weirdos|creep|creeps|thug|thugs|nutcase*|nutjob*|fraud|frauds|shill|shills|charlatan*|racist|racists|sellout|sellouts|deranged|unhinged|demented|insane|"
            + "spineless|shameless|heartless|mindless|gutless|two-faced|paid troll|paid trolls|keyboard warrior*"),
        (AttackPart.Hostile, "enemy|enemies|problem|cancer|shame|disease|plague|embarrassment|why we lose|reason we lose|banned|locked up|deported|shot|hanged|exterminated"),
        (AttackPart.Command,
            "shut up|shut your mouth|shut your trap|shut it|go to hell|get lost|drop dead|go die|piss off|fuck off|bugger off|go fuck yourself|go fuck yourselves|"
            + "kill yourself|go kill yourself|kys|get a life|grow a brain|get a brain|use your brain|go back to school|go back to your cave|bite me|suck it|stfu|gtfo|"
            + "grow up|stop commenting|stop posting|don't comment|dont comment|do not comment|don't coment|dont coment|keep your mouth shut|zip it|buzz off|sod off|eat shit|learn to read|"
            + "take your meds|take your pills|get over yourself|stop lying"),
        (AttackPart.Phrase,
            "fuck you|screw you|shame on you|you suck|you make me sick|you disgust me|you know nothing|you don't know shit|you dont know shit|you know shit|"
            + "you know jack shit|you don't know squat|you have no brain|you have no brains|your brain is|what is wrong with you|what's wrong with you|"
            + "are you on drugs|are you blind|are you retarded|up yours|kiss my ass|nobody asked you|who asked you|you should be ashamed|you need a doctor|"
            + "you need help|you people make me sick|your mother|your mom|you deserve to die|hope you die|hope you rot|i will find you|"
            + "you are lying|you're lying|nobody cares what you think|no one cares what you think|no one asked you|you have no idea what you are talking about|you have no clue|can you even read|"
            + "how much do they pay you|how much are they paying you|who pays you|who is paying you|out of your mind"),
    ];
}
