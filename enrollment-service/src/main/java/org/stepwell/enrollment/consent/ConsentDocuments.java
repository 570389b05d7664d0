package org.stepwell.enrollment.consent;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.SealedJson;

/** What was signed, word for word, with the drawn signature: kept sealed, and never changed. */
@Singleton
class ConsentDocuments {

    private final Sql sql;
    private final SealedJson sealed;

    ConsentDocuments(Sql sql, SealedJson sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    /** A document, its signature as a PNG in Base64, and the SHA-256 of both. */
    @Schema(name = "ConsentDocument")
    record Document(String text, @Nullable String drawing, String digest) {

        static Document of(String text, @Nullable String drawing) {
            return new Document(text, drawing, ConsentText.digest(text, drawing));
        }
    }

    void keep(ConsentId consent, Document document) {
        @Nullable String drawing = document.drawing();
        sql.update(
                "insert into consent_document (consent_id, document, drawing) values (?, ?, ?)",
                consent.value(),
                sealed.seal("consent-document", consent.value(), document.text()),
                drawing == null ? null : sealed.seal("consent-drawing", consent.value(), drawing));
    }

    Optional<Document> of(ConsentId consent) {
        return sql.one(
                """
                select document, drawing from consent_document
                where clinic_id = platform.current_clinic() and consent_id = ?
                """,
                row -> {
                    @Nullable String drawing = row.getString("drawing");
                    return Document.of(
                            sealed.open("consent-document", consent.value(), row.getString("document"), String.class),
                            drawing == null
                                    ? null
                                    : sealed.open("consent-drawing", consent.value(), drawing, String.class));
                },
                consent.value());
    }
}
