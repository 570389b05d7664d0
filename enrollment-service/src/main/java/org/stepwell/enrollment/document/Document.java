package org.stepwell.enrollment.document;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.DocumentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;

/** A paper in a patient's chart. What it is called, and why it was taken out, is sealed; its pages lie beside. */
@Entity
class Document {

    @EmbeddedId
    private DocumentId id;

    @Version
    private int version;

    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    @Enumerated(EnumType.STRING)
    private FileType type;

    private int bytes;

    private @Nullable String name;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant filedAt;
    private String filedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Reason removedBecause;

    private @Nullable String removalWords;
    private @Nullable Instant removedAt;

    @SuppressWarnings("UnusedVariable") // who took it out stays with the document
    private @Nullable String removedBy;

    private @Nullable String erasureWords;
    private @Nullable Instant erasedAt;

    @SuppressWarnings("UnusedVariable") // who had it erased stays with the document
    private @Nullable String erasedBy;

    /** Where it stands. */
    @Schema(name = "DocumentStatus")
    enum Status {
        FILED,
        REMOVED,
        ERASED;

        Set<Status> next() {
            return switch (this) {
                case FILED -> EnumSet.of(REMOVED);
                case REMOVED -> EnumSet.of(ERASED);
                case ERASED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** Why it was taken out of the chart. */
    @Schema(name = "DocumentRemovalReason")
    enum Reason {
        ANOTHER_PATIENTS,
        REPLACED,
        UNREADABLE,
        FILED_TWICE,
        OTHER
    }

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    Document(
            DocumentId id,
            PatientId patient,
            DocumentKind kind,
            Pages pages,
            @Nullable String sealedName,
            String by,
            Instant now) {
        this.id = id;
        this.patient = patient;
        this.kind = kind;
        this.type = pages.type();
        this.bytes = pages.bytes().length;
        this.name = sealedName;
        this.status = Status.FILED;
        this.filedAt = now;
        this.filedBy = by;
    }

    /** It is taken out of the chart, and kept. */
    void remove(Reason reason, @Nullable String sealedWords, String by, Instant now) {
        become(Status.REMOVED);
        removedBecause = reason;
        removalWords = sealedWords;
        removedBy = by;
        removedAt = now;
    }

    /** Its pages and its name are gone for good; that it was here, and why it is not, stays. */
    void erase(String sealedWords, String by, Instant now) {
        become(Status.ERASED);
        name = null;
        erasureWords = sealedWords;
        erasedBy = by;
        erasedAt = now;
    }

    private void become(Status next) {
        if (!status.next().contains(next)) {
            throw switch (status) {
                case FILED -> new Refusal(DocumentRule.DOCUMENT_IS_IN_THE_CHART, "Remove it first, with a reason.");
                case REMOVED -> removed();
                case ERASED -> erased();
            };
        }
        status = next;
    }

    /** Refuses to show what is not there, and what was removed to whoever does not decide about it. */
    void mustBeReadable(boolean byWhoDecides) {
        if (status == Status.ERASED) {
            throw erased();
        }
        if (status == Status.REMOVED && !byWhoDecides) {
            throw removed();
        }
    }

    private Refusal removed() {
        return new Refusal(
                DocumentRule.DOCUMENT_WAS_REMOVED,
                "It was removed at %s (%s). Ask the privacy officer.".formatted(removedAt, removedBecause));
    }

    private Refusal erased() {
        return new Refusal(DocumentRule.DOCUMENT_WAS_ERASED, "It was erased at %s.".formatted(erasedAt));
    }

    DocumentId id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    DocumentKind kind() {
        return kind;
    }

    FileType type() {
        return type;
    }

    int bytes() {
        return bytes;
    }

    @Nullable
    String sealedName() {
        return name;
    }

    Status status() {
        return status;
    }

    Instant filedAt() {
        return filedAt;
    }

    String filedBy() {
        return filedBy;
    }

    @Nullable
    Reason removedBecause() {
        return removedBecause;
    }

    @Nullable
    String sealedRemovalWords() {
        return removalWords;
    }

    @Nullable
    Instant removedAt() {
        return removedAt;
    }

    @Nullable
    String sealedErasureWords() {
        return erasureWords;
    }

    @Nullable
    Instant erasedAt() {
        return erasedAt;
    }
}
