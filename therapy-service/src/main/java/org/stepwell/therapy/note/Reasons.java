package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.notetext.NoteTexts;
import org.stepwell.therapy.roster.Signer;

/** Why notes that were signed were returned or struck; kept for good. */
@Singleton
class Reasons {

    private final NoteTexts texts;
    private final Sql sql;

    Reasons(NoteTexts texts, Sql sql) {
        this.texts = texts;
        this.sql = sql;
    }

    /** What became of a note that was signed. */
    @Schema(name = "NoteReasonKind")
    enum Kind {
        /** A supervisor gave it back to its author. */
        RETURNED,
        /** Who was there, or when, was corrected before a supervisor signed: its author signs again. */
        CORRECTED,
        /** It was entered in error. */
        STRUCK
    }

    /** One reason, sealed; of a correction nobody wrote any. */
    record Reason(
            UUID id,
            NoteId note,
            @Nullable PatientId patient,
            Kind kind,
            Instant at,
            @Nullable StaffId by,
            @Nullable String credentials,
            @Nullable String sealed) {

        private static Reason of(ResultSet row) throws SQLException {
            var patient = row.getObject("patient_id", UUID.class);
            var by = row.getObject("by_id", UUID.class);
            return new Reason(
                    row.getObject("id", UUID.class),
                    new NoteId(row.getObject("note_id", UUID.class)),
                    patient == null ? null : new PatientId(patient),
                    Kind.valueOf(row.getString("kind")),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    by == null ? null : new StaffId(by),
                    row.getString("credentials"),
                    row.getString("reason"));
        }

        /** Whether it struck the part of this patient. */
        boolean struck(PatientId whom) {
            return kind == Kind.STRUCK && (patient == null || patient.equals(whom));
        }
    }

    /** A supervisor returned it, or somebody struck it, all or the part of one patient. */
    void keep(NoteId note, Kind kind, @Nullable PatientId patient, String reason, Signer by, Instant at) {
        var id = Uuid7.next();
        sql.update(
                """
                insert into note_reason (id, note_id, patient_id, kind, at, by_id, credentials, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                note.value(),
                patient == null ? null : patient.value(),
                kind.name(),
                at,
                by.staff().value(),
                by.credentials(),
                texts.seal(note, name(id), reason));
    }

    /** Its author's signature went by a correction of the attendance. */
    void corrected(NoteId note, Instant at) {
        sql.update(
                "insert into note_reason (id, note_id, kind, at) values (?, ?, 'CORRECTED', ?)",
                Uuid7.next(),
                note.value(),
                at);
    }

    /** Of these notes, oldest first. */
    List<Reason> of(Collection<NoteId> notes) {
        return sql.list(
                """
                select * from note_reason
                where clinic_id = platform.current_clinic() and note_id = any (?) order by id
                """, Reason::of, (Object) notes.stream().map(NoteId::value).toArray(UUID[]::new));
    }

    @Nullable
    String open(Reason one) {
        return one.sealed() == null ? null : texts.open(one.note(), name(one.id()), one.sealed());
    }

    private static String name(UUID id) {
        return "reason/" + id;
    }
}
