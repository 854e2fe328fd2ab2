namespace Realtime.Server.Embedding.Pages;

/// <summary>The page's own words in one language.</summary>
/// <param name="Language">The tag, like <c>hy</c>.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
internal sealed record PageWords(string Language, string Direction)
{
    private static readonly Dictionary<string, PageWords> ByLanguage = new PageWords[]
    {
        new("en", "ltr")
        {
            Comments = "Comments", Empty = "Nobody has written yet.", Closed = "The discussion is closed.", Edited = "edited", AnswerTo = "in reply to",
            Removed = "This comment has been removed.", Unreadable = "This comment cannot be shown.", Next = "More comments",
            Newest = "Newest", Oldest = "Oldest", Top = "Most reactions", Replies = "Most replies",
        },
        new("de", "ltr")
        {
            Comments = "Kommentare", Empty = "Noch hat niemand geschrieben.", Closed = "Die Diskussion ist geschlossen.", Edited = "bearbeitet", AnswerTo = "Antwort auf",
            Removed = "Dieser Kommentar wurde entfernt.", Unreadable = "Dieser Kommentar kann nicht angezeigt werden.", Next = "Weitere Kommentare",
            Newest = "Neueste", Oldest = "Älteste", Top = "Meiste Reaktionen", Replies = "Meiste Antworten",
        },
        new("hy", "ltr")
        {
            Comments = "Մեկնաբանություններ", Empty = "Դեռ ոչ ոք չի գրել։", Closed = "Քննարկումը փակ է։", Edited = "խմբագրված", AnswerTo = "ի պատասխան",
            Removed = "Այս մեկնաբանությունը հեռացվել է։", Unreadable = "Այս մեկնաբանությունը հնարավոր չէ ցույց տալ։", Next = "Այլ մեկնաբանություններ",
            Newest = "Նորերը", Oldest = "Հները", Top = "Ամենաշատ արձագանքները", Replies = "Ամենաշատ պատասխանները",
        },
        new("ru", "ltr")
        {
            Comments = "Комментарии", Empty = "Пока никто не написал.", Closed = "Обсуждение закрыто.", Edited = "изменено", AnswerTo = "в ответ на",
            Removed = "Этот комментарий удалён.", Unreadable = "Этот комментарий нельзя показать.", Next = "Ещё комментарии",
            Newest = "Новые", Oldest = "Старые", Top = "Больше реакций", Replies = "Больше ответов",
        },
        new("ar", "rtl")
        {
            Comments = "التعليقات", Empty = "لم يكتب أحد بعد.", Closed = "أُغلق النقاش.", Edited = "معدَّل", AnswerTo = "ردًا على",
            Removed = "أُزيل هذا التعليق.", Unreadable = "تعذّر عرض هذا التعليق.", Next = "المزيد من التعليقات",
            Newest = "الأحدث", Oldest = "الأقدم", Top = "الأكثر تفاعلًا", Replies = "الأكثر ردودًا",
        },
    }.ToDictionary(words => words.Language);

    public static IEnumerable<string> Languages => ByLanguage.Keys;

    public required string Comments { get; init; }

    public required string Empty { get; init; }

    public required string Closed { get; init; }

    public required string Edited { get; init; }

    /// <summary>A number follows.</summary>
    public required string AnswerTo { get; init; }

    public required string Removed { get; init; }

    public required string Unreadable { get; init; }

    public required string Next { get; init; }

    public required string Newest { get; init; }

    public required string Oldest { get; init; }

    public required string Top { get; init; }

    public required string Replies { get; init; }

    /// <summary>The words for a tag like <c>de</c> or <c>de-AT</c>; null when there are none.</summary>
    public static PageWords? In(string language) => ByLanguage.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant());
}
