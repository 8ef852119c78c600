using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Sources;

/// <summary>What a fragment was coded for.</summary>
public enum AnnotationKind
{
    Claim,
    Event,
    Person,
}

/// <summary>A fragment of a source with what was coded on it.</summary>
public abstract record Annotation(Quotation Quotation)
{
    public abstract AnnotationKind Kind { get; }

    /// <summary>The slug of the claim, event or person.</summary>
    public abstract string Slug { get; }

    /// <summary>The question, label or name that stands in the margin.</summary>
    public abstract string Label { get; }

    /// <summary>What the words do, in a word or two: a stance, a mode.</summary>
    public abstract string Does { get; }

    /// <summary>The page about what was coded.</summary>
    public abstract string Url(Source source);

    /// <summary>One note in the margin of a paragraph gathers what was coded on it for the same thing.</summary>
    public string NoteId => $"p{Quotation.Paragraph}-{Kind.ToString().ToLowerInvariant()}-{Slug}";
}

/// <summary>Words that tell a claim.</summary>
public sealed record ClaimAnnotation(Claim Claim, Framing Framing, Quotation Words) : Annotation(Words)
{
    public override AnnotationKind Kind => AnnotationKind.Claim;
    public override string Slug => Claim.Slug;
    public override string Label => Claim.Question;
    public override string Does => Vocabulary.Of(Quotation.Stance ?? Framing.Stance);

    public override string Url(Source source) => Urls.Telling(Claim, source);
}

/// <summary>Words for an event.</summary>
public sealed record EventAnnotation(Event Event, Mention Mention) : Annotation(Mention.Quotation)
{
    public override AnnotationKind Kind => AnnotationKind.Event;
    public override string Slug => Event.Slug;
    public override string Label => Event.Label;
    public override string Does => Vocabulary.Of(Mention.Mode);

    public override string Url(Source source) => Urls.Event(Event);
}

/// <summary>Words of a person, or about what he said or did.</summary>
public sealed record StatementAnnotation(Actor Actor, Statement Statement) : Annotation(Statement.Quotation)
{
    public override AnnotationKind Kind => AnnotationKind.Person;
    public override string Slug => Actor.Slug;
    public override string Label => Actor.Name;

    public override string Does =>
        Statement.Mode switch
        {
            StatementMode.Direct => "quoted",
            StatementMode.Paraphrase => "paraphrased",
            _ => "mentioned",
        };

    public override string Url(Source source) => Urls.Actor(Actor);
}

/// <summary>The role that the source gives a person.</summary>
public sealed record RoleAnnotation(Actor Actor, Role Role) : Annotation(Role.Quotation)
{
    public override AnnotationKind Kind => AnnotationKind.Person;
    public override string Slug => Actor.Slug;
    public override string Label => Actor.Name;
    public override string Does => "role";

    public override string Url(Source source) => Urls.Actor(Actor);
}
