namespace Realtime.Discussion.Addressing;

/// <summary>Words that people put around the name of whom they answer.</summary>
internal static class CallingWords
{
    /// <summary>Behind a name, and only where somebody is spoken to: "Armanen jan".</summary>
    private static readonly HashSet<string> Endearments = Sounds("jan jaan ջան джан aper akhper ախպեր ապեր bro sir bey");

    /// <summary>Before a name. Each begins comments by itself as well, so that alone it is nobody's name.</summary>
    private static readonly HashSet<string> Openings = Sounds(
        "dear thanks thank you thanx thx hi hello hey sorry bravo welcome well yes no yeah ok okay so but and also sure true please to re mr mrs ms miss dr prof "
        + "уважаемый уважаемая дорогой дорогая спасибо привет здравствуйте господин госпожа да нет ну но а и "
        + "հարգելի սիրելի բարեւ բարև շնորհակալություն մերսի ապրես պարոն տիկին այո ոչ բայց և hargeli sireli barev merci apres paron tikin "
        + "danke hallo lieber liebe herr frau ja nein cher chère bonjour monsieur madame oui non");

    public static bool IsEndearment(NameWord word) => Array.Exists(word.Sounds, Endearments.Contains);

    public static bool IsOpening(NameWord word) => Array.Exists(word.Sounds, Openings.Contains);

    private static HashSet<string> Sounds(string words) => [.. NameWords.In(words).Select(word => word.Sounds[0])];
}
