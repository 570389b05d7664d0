package org.stepwell.enrollment.document;

import jakarta.inject.Singleton;
import org.stepwell.contracts.id.DocumentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.SealedBytes;

/** Where the pages lie: sealed under the clinic's key, apart from what lists read, and as many as a chart holds. */
@Singleton
class Archive {

    private static final String PART = "document-pages";

    private final Sql sql;
    private final SealedBytes sealed;

    Archive(Sql sql, SealedBytes sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    /** The database refuses whatever is too much; of two that come at once, one waits and is counted. */
    void keep(DocumentId document, PatientId patient, byte[] pages) {
        sql.update("""
                insert into document_shelf (patient_id, documents, bytes) values (?, 1, ?)
                on conflict (clinic_id, patient_id) do update
                set documents = document_shelf.documents + 1, bytes = document_shelf.bytes + excluded.bytes
                """, patient.value(), pages.length);
        sql.update(
                "insert into document_pages (document_id, pages) values (?, ?)",
                document.value(),
                sealed.seal(PART, document.value(), pages));
    }

    byte[] pagesOf(DocumentId document) {
        return sql.one("""
                        select pages from document_pages
                        where clinic_id = platform.current_clinic() and document_id = ?
                        """, row -> sealed.open(PART, document.value(), row.getBytes(1)), document.value())
                .orElseThrow();
    }

    void destroy(Document document) {
        sql.update(
                "delete from document_pages where clinic_id = platform.current_clinic() and document_id = ?",
                document.id().value());
        sql.update("""
                update document_shelf set documents = documents - 1, bytes = bytes - ?
                where clinic_id = platform.current_clinic() and patient_id = ?
                """, document.bytes(), document.patient().value());
    }
}
