package health.visavis.fhir.mapper;

import health.visavis.chart.ChartEntry.Document;
import health.visavis.chart.ResourceType;
import java.util.Locale;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

final class DocumentMapper {

    private DocumentMapper() {}

    static MappedEntry map(DocumentReference source) throws ResourceRejected {
        if (source.getStatus() == DocumentReferenceStatus.ENTEREDINERROR) {
            return MappedEntry.retracted(
                    ResourceType.DOCUMENT_REFERENCE, "DocumentReference.subject", source.getSubject());
        }
        var text = text(source);
        var author = source.getAuthor().isEmpty() ? null : source.getAuthorFirstRep();
        var document = new Document(
                Fields.required(source.getType(), "DocumentReference.type"),
                author == null ? null : Fields.display(author),
                text != null,
                Fields.date(source.getDateElement()));
        var encounter = source.getContext().getEncounter();
        return MappedEntry.of(
                        ResourceType.DOCUMENT_REFERENCE,
                        document,
                        "DocumentReference.subject",
                        source.getSubject(),
                        encounter.isEmpty() ? null : encounter.getFirst())
                .by(clinician(author))
                .saying(text);
    }

    private static @Nullable Reference clinician(@Nullable Reference author) {
        return author != null && author.hasReference() && author.getReference().startsWith("Practitioner")
                ? author
                : null;
    }

    /// Plain text that stands in the resource; other forms and links stay in the source.
    private static byte @Nullable [] text(DocumentReference source) {
        for (var content : source.getContent()) {
            var attachment = content.getAttachment();
            var type = attachment.getContentType();
            if (type != null && type.toLowerCase(Locale.ROOT).startsWith("text/plain") && attachment.hasData()) {
                return attachment.getData();
            }
        }
        return null;
    }
}
