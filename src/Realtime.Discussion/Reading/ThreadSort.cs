namespace Realtime.Discussion.Reading;

public enum ThreadSort
{
    Newest,
    Oldest,

    /// <summary>Most reactions first, the newer of equals first; published comments only.</summary>
    Top,

    /// <summary>Most direct replies first, the newer of equals first; published comments only.</summary>
    Replies,
}
