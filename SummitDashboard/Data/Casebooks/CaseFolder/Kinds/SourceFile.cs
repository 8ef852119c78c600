using SummitDashboard.Domain;
using SummitDashboard.Text;
using static SummitDashboard.Data.Casebooks.CaseFolder.PartWriter;
using static SummitDashboard.Data.Casebooks.CaseFolder.YamlText;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Sources: <c>sources/&lt;slug&gt;.md</c>.</summary>
internal sealed class SourceFile() : KindFile<Source>(SourceKind.Instance)
{
    protected override List<Source> List(CaseFolderContents contents) => contents.Sources;

    protected override Source Read(Fields f, SourceId id, string slug, string note, PartReader parts) =>
        new()
        {
            Id = id,
            Slug = slug,
            Note = note,
            Siglum = f.Key("siglum"),
            Name = f.Key("name"),
            Order = f.Number("order"),
            Colour = f.OptionalNumber("colour"),
            Article = ReadArticle(f),
            Title = ReadFact(f, "title", parts),
            Byline = ReadFact(f, "byline", parts),
            Publisher = ReadFact(f, "publisher", parts),
            Published = ReadFact(f, "published", parts),
            Language = ReadFact(f, "language", parts),
            Url = ReadFact(f, "url", parts),
            ArchivedUrl = ReadFact(f, "archivedUrl", parts),
            Retrieved = ReadFact(f, "retrieved", parts),
            Written = ReadWritten(f, parts),
            Tags = f.TextList("tags") is { Count: > 0 } tags ? [.. tags.Select(Tags.Tidy).Select(Folding.Composed)] : null,
            Paragraphs = parts.Parts(f, "paragraphs", p => new ParagraphNote(
                p.Number("n"),
                p.Word<ParagraphKind>("kind"),
                Upcasts.Gist(p.Text("gist")),
                p.Optional("boilerplate")
            )),
        };

    private static Article ReadArticle(Fields f)
    {
        var article = PartReader.IsUnknown(f, "article") ? null : f.Mapping("article");
        if (article is null && !f.Has("article"))
            f.Complain("article is missing: { file, sha256, words, paragraphs }, or article: unknown.");
        if (article is null)
            return Article.Unknown;
        var read = new Article(
            article.Text("file"),
            article.Text("sha256").ToLowerInvariant(),
            article.Number("words"),
            article.Number("paragraphs")
        );
        article.RefuseTheRest();
        return read;
    }

    private static Fact? ReadFact(Fields f, string name, PartReader parts)
    {
        if (!f.Has(name))
            f.Complain($"{name} is missing; where it is not known, write {name}: unknown.");
        return PartReader.IsUnknown(f, name) || f.Mapping(name) is not { } fields
            ? null
            : parts.Part(
                fields,
                Upcasts.Of(
                    new Fact(
                        fields.Text("value"),
                        fields.Word<Basis>("basis"),
                        fields.OptionalNumber("paragraph"),
                        fields.Optional("words"),
                        fields.Optional("note"),
                        fields.Optional("inFile")
                    )
                )!
            );
    }

    private static Written? ReadWritten(Fields f, PartReader parts)
    {
        if (!f.Has("written"))
            f.Complain("written is missing; where nothing is known, write written: unknown.");
        if (PartReader.IsUnknown(f, "written") || f.Mapping("written") is not { } w)
            return null;
        var date = w.Date("value");
        if (date is null)
            w.Complain("written has no value; give an EDTF date, or write written: unknown.");
        return parts.Part(
            w,
            date is null
                ? null
                : new Written(
                    date,
                    w.Word<Basis>("basis"),
                    w.OptionalNumber("paragraph"),
                    w.Optional("words"),
                    w.Optional("note"),
                    parts.References.ResolveOptional(w, "before", EventKind.Instance),
                    parts.References.ResolveOptional(w, "after", EventKind.Instance)
                )
        );
    }

    protected override FileText Write(FileText file, Source s, PartWriter parts)
    {
        file.Field("siglum", Name(s.Siglum))
            .Field("name", Name(s.Name, inFlow: false))
            .Field("order", YamlText.Number(s.Order))
            .Field("colour", Number(s.Colour))
            .Field("article", WriteArticle(s.Article))
            .Field("title", WriteFact(s.Title))
            .Field("byline", WriteFact(s.Byline))
            .Field("publisher", WriteFact(s.Publisher))
            .Field("published", WriteFact(s.Published));
        if (s.Written is { } w)
            file.Open("written")
                .Field("value", Prose(w.Date.Text), 2)
                .Field("basis", Vocabulary.Of(w.Basis), 2)
                .Field("paragraph", Number(w.Paragraph), 2)
                .Field("words", Name(w.Words, inFlow: false), 2)
                .Field("note", Prose(w.Note), 2)
                .Field("before", parts.Event(w.Before), 2)
                .Field("after", parts.Event(w.After), 2);
        else
            file.Field("written", "unknown");
        return file.Field("language", WriteFact(s.Language))
            .Field("url", WriteFact(s.Url))
            .Field("archivedUrl", WriteFact(s.ArchivedUrl))
            .Field("retrieved", WriteFact(s.Retrieved))
            .Field("tags", s.Tags is { } tags ? YamlText.List(tags.Select(t => Prose(t))) : null)
            .Entries(
                "paragraphs",
                s.Paragraphs.Select(p =>
                    Flow(
                        ("n", Number(p.Number)),
                        ("kind", Vocabulary.Of(p.Kind)),
                        ("boilerplate", Name(p.Boilerplate)),
                        ("gist", p.Gist.Length > 0 ? Prose(p.Gist) : null)
                    )
                )
            );
    }

    private static string WriteArticle(Article article) =>
        article == Article.Unknown
            ? "unknown"
            : Flow(
                ("file", Name(article.File)),
                ("sha256", article.Sha256),
                ("words", Number(article.Words)),
                ("paragraphs", Number(article.Paragraphs))
            );

    private static string WriteFact(Fact? fact) =>
        fact is null
            ? "unknown"
            : Flow(
                ("value", Name(fact.Value)),
                ("basis", Vocabulary.Of(fact.Basis)),
                ("paragraph", Number(fact.Paragraph)),
                ("words", Name(fact.Words)),
                ("note", Prose(fact.Note)),
                ("inFile", Name(fact.InFile))
            );
}
