package org.stepwell.aftercare.support;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareState.SupportPersonChanged;
import org.stepwell.contracts.aftercare.FellowshipNames;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.SealedJson;

/** The sponsor and the home group of each patient; what they are called is sealed. */
@Singleton
class FellowshipTies {

    private final Sql sql;
    private final SealedJson sealed;
    private final MergedPatients merged;

    FellowshipTies(Sql sql, SealedJson sealed, MergedPatients merged) {
        this.sql = sql;
        this.sealed = sealed;
        this.merged = merged;
    }

    enum Kind {
        SPONSOR,
        HOME_GROUP;

        private String part() {
            return this == SPONSOR ? "sponsor" : "home-group";
        }
    }

    /** What somebody has in a fellowship, and since when. */
    @Schema(name = "FellowshipTie")
    record Tie(
            @Schema(examples = "B.") String name,
            LocalDate since,
            Instant saidAt,

            @Schema(description = "to whom of the staff; missing where the patient wrote it down") @Nullable
            StaffId writtenBy) {}

    /** One word at a time, so that what is told afterwards is all there is. */
    private void waitForOthers(PatientId patient) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended('fellowship ties' || platform.current_clinic() || ?, 0))",
                row -> 1,
                patient.toString());
    }

    SupportPersonChanged say(PatientId patient, Kind kind, Tie tie) {
        waitForOthers(patient);
        sql.update(
                """
                insert into fellowship_tie (patient_id, kind, name, since, written_by_id, said_at) values (?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, patient_id, kind) do update
                set name = excluded.name, since = excluded.since, written_by_id = excluded.written_by_id,
                    said_at = excluded.said_at
                """,
                patient.value(),
                kind.name(),
                sealed.seal(kind.part(), patient.value(), tie.name()),
                tie.since(),
                tie.writtenBy() == null ? null : tie.writtenBy().value(),
                tie.saidAt());
        return all(patient, tie.saidAt());
    }

    SupportPersonChanged forget(PatientId patient, Kind kind, Instant now) {
        waitForOthers(patient);
        sql.update("""
                delete from fellowship_tie
                where clinic_id = platform.current_clinic() and patient_id = any (?) and kind = ?
                """, merged.recordsOf(patient), kind.name());
        return all(patient, now);
    }

    /** What others keep a copy of. */
    private SupportPersonChanged all(PatientId patient, Instant now) {
        var sponsor = of(patient, Kind.SPONSOR);
        var homeGroup = of(patient, Kind.HOME_GROUP);
        @Nullable
        String names = sponsor.isEmpty() && homeGroup.isEmpty()
                ? null
                : sealed.seal(
                        FellowshipNames.PART,
                        patient.value(),
                        new FellowshipNames(
                                sponsor.map(Tie::name).orElse(null),
                                homeGroup.map(Tie::name).orElse(null)));
        return new SupportPersonChanged(
                patient,
                sponsor.map(Tie::since).orElse(null),
                homeGroup.map(Tie::since).orElse(null),
                names,
                now);
    }

    Optional<Tie> of(PatientId patient, Kind kind) {
        return sql.one(
                """
                select * from fellowship_tie
                where clinic_id = platform.current_clinic() and patient_id = any (?) and kind = ?
                order by said_at desc limit 1
                """,
                row -> {
                    @Nullable UUID writtenBy = row.getObject("written_by_id", UUID.class);
                    return new Tie(
                            sealed.open(
                                    kind.part(),
                                    row.getObject("patient_id", UUID.class),
                                    row.getString("name"),
                                    String.class),
                            row.getObject("since", LocalDate.class),
                            row.getObject("said_at", OffsetDateTime.class).toInstant(),
                            writtenBy == null ? null : new StaffId(writtenBy));
                },
                merged.recordsOf(patient),
                kind.name());
    }
}
