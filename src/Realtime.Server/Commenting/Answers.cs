using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using Realtime.Discussion.Reading;

namespace Realtime.Server.Commenting;

[DataContract]
public sealed record PostedComment
{
    [DataMember(Name = "comment")]
    public required CommentView Comment { get; init; }

    /// <summary>The thread's position with the comment in it.</summary>
    [DataMember(Name = "position")]
    public required string Position { get; init; }

    /// <summary>True when it had been posted before, under the same client id.</summary>
    [JsonIgnore, IgnoreDataMember]
    public bool Repeated { get; init; }
}

[DataContract]
public sealed record ChangedComment
{
    [DataMember(Name = "comment")]
    public required CommentView Comment { get; init; }

    /// <summary>The thread's position with the change in it.</summary>
    [DataMember(Name = "position")]
    public required string Position { get; init; }
}

[DataContract]
public sealed record ChangedThread
{
    /// <summary>The thread's position with the change in it.</summary>
    [DataMember(Name = "position")]
    public required string Position { get; init; }
}
