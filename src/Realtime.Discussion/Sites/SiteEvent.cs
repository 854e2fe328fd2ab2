using System.Text.Json.Serialization;
using Realtime.Discussion.Aggregates;

namespace Realtime.Discussion.Sites;

/// <summary>A fact of one site, as it stands in its journal: who changed what, and when.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(SettingsChanged), "settingsChanged")]
[JsonDerivedType(typeof(PolicyChanged), "policyChanged")]
[JsonDerivedType(typeof(WordsChanged), "wordsChanged")]
[JsonDerivedType(typeof(ScreeningChanged), "screeningChanged")]
[JsonDerivedType(typeof(RolesGiven), "rolesGiven")]
[JsonDerivedType(typeof(SecretAdded), "secretAdded")]
[JsonDerivedType(typeof(SecretRemoved), "secretRemoved")]
[JsonDerivedType(typeof(SanctionImposed), "sanctionImposed")]
[JsonDerivedType(typeof(SanctionLifted), "sanctionLifted")]
[JsonDerivedType(typeof(WarningAcknowledged), "warningAcknowledged")]
public abstract record SiteEvent : JournalEvent
{
    /// <summary>The name of <see cref="JournalEvent.By"/>, as it was then.</summary>
    public required string Name { get; init; }
}

/// <summary>An entry that this program cannot read, damaged or of a later one: it keeps its sequence and changes nothing.</summary>
public sealed record NotUnderstood : SiteEvent;
