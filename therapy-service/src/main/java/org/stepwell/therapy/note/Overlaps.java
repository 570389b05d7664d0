package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.FieldError;

/**
 * Nobody is in two sessions at one time, by what is signed. Scheduling keeps that for what is planned; a session that was moved
 * when it was over, or somebody found in another, comes here all the same. Who came late or left early may have been elsewhere before
 * or after.
 */
@Singleton
class Overlaps {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Sql sql;
    private final ClinicDirectory clinics;

    Overlaps(Sql sql, ClinicDirectory clinics) {
        this.sql = sql;
        this.clinics = clinics;
    }

    private record Elsewhere(UUID who, Instant from, Instant to) {

        private static Elsewhere of(ResultSet row) throws SQLException {
            return new Elsewhere(
                    row.getObject("who", UUID.class),
                    row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                    row.getObject("ends_at", OffsetDateTime.class).toInstant());
        }
    }

    /** Refuses a note of somebody for whom another session's note is signed, while they were there. */
    void mustBeNoneOfPatients(Note note) {
        var header = note.facts().header();
        var parts = NoteContents.shown(note);
        var elsewhere = sql.list(
                """
                select p.patient_id as who, p.starts_at, p.ends_at
                from unnest(?, ?, ?) as here(patient_id, comes, leaves) join note_part p using (patient_id)
                where p.clinic_id = platform.current_clinic() and p.session_id <> ? and p.signed_at is not null
                    and p.struck_at is null and p.starts_at < here.leaves and p.ends_at > here.comes
                order by p.starts_at
                """,
                Elsewhere::of,
                parts.stream().map(part -> part.patient().value()).toArray(UUID[]::new),
                times(parts, part -> part.timeThere(header).from()),
                times(parts, part -> part.timeThere(header).until()),
                note.facts().session().value());
        var wrong = new ArrayList<FieldError>();
        for (var one : elsewhere) {
            int at = parts.stream().map(NotePart::patient).toList().indexOf(new PatientId(one.who()));
            wrong.add(new FieldError("/parts/" + at, "by a note that is signed, in a session " + times(one)));
        }
        if (!wrong.isEmpty()) {
            throw NoteRule.PATIENT_IS_IN_ONE_SESSION_AT_A_TIME.because(
                    "Another signed note has them elsewhere (%s). Correct the attendance, or have the other one struck."
                            .formatted(said(elsewhere)),
                    wrong);
        }
    }

    /** Refuses a note of somebody who led this session alone, and another one at the same time, by the note they signed of it. */
    void mustBeNoneOf(StaffId signer, Note note) {
        var header = note.facts().header();
        Optional<Elsewhere> elsewhere = sql.one(
                """
                select signed_by_id as who, starts_at, ends_at from note
                where clinic_id = platform.current_clinic() and signed_by_id = ? and led_alone
                    and status in ('PENDING_COSIGN', 'SIGNED') and session_id <> ? and starts_at < ? and ends_at > ?
                order by starts_at limit 1
                """, Elsewhere::of, signer.value(), note.facts().session().value(), header.endsAt(), header.startsAt());
        elsewhere.ifPresent(other -> {
            throw NoteRule.SIGNER_IS_IN_ONE_SESSION_AT_A_TIME.because(
                    "You signed the note of a session %s, which you led alone, too. Have the times corrected in scheduling,"
                                    .formatted(times(other))
                            + " or the other note struck.");
        });
    }

    private static OffsetDateTime[] times(List<NotePart> parts, Function<NotePart, Instant> time) {
        return parts.stream()
                .map(part -> time.apply(part).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private String said(List<Elsewhere> all) {
        return String.join(", ", all.stream().map(this::times).distinct().toList());
    }

    private String times(Elsewhere one) {
        var zone = clinics.zone();
        return "from %s to %s"
                .formatted(
                        DAY_AND_TIME.format(one.from().atZone(zone)),
                        TIME.format(one.to().atZone(zone)));
    }
}
