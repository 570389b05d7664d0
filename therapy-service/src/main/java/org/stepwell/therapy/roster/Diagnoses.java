package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Severity;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged.Standing;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;

/** What the patients of the clinic are diagnosed with now, as enrollment says it. */
@Singleton
public class Diagnoses {

    private final Sql sql;
    private final MergedPatients merged;

    Diagnoses(Sql sql, MergedPatients merged) {
        this.sql = sql;
        this.merged = merged;
    }

    /** Takes all that a patient is diagnosed with; what is not among it any more has ended. */
    public void changed(DiagnosisChanged now) {
        var patient = now.patient().value();
        var ids = all(now, one -> one.diagnosis().value(), UUID[]::new);
        sql.update("delete from diagnosis where patient_id = ? and id <> all (?)", patient, ids);
        sql.update(
                """
                insert into diagnosis (id, patient_id, code, severity, since)
                select one.id, ?, one.code, one.severity, one.since
                from unnest(?, ?, ?, ?) as one(id, code, severity, since)
                on conflict (clinic_id, id) do update
                set patient_id = excluded.patient_id, code = excluded.code, severity = excluded.severity,
                    since = excluded.since
                """,
                patient,
                ids,
                all(now, Standing::code, String[]::new),
                all(now, one -> one.severity() == null ? null : one.severity().name(), String[]::new),
                all(now, one -> one.since().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new));
    }

    private static <T> T[] all(
            DiagnosisChanged now, Function<Standing, @Nullable T> part, IntFunction<@Nullable T[]> array) {
        return now.standing().stream().map(part).toArray(array);
    }

    /** What a patient is diagnosed with, in the order in which it was known. */
    public List<Standing> of(PatientId patient) {
        return sql.list(
                """
                select * from diagnosis
                where clinic_id = platform.current_clinic() and patient_id = any (?) order by since, code, id
                """,
                row -> new Standing(
                        new DiagnosisId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        severity(row.getString("severity")),
                        row.getObject("since", OffsetDateTime.class).toInstant()),
                (Object) merged.recordsOf(patient));
    }

    private static @Nullable Severity severity(@Nullable String code) {
        return code == null ? null : Severity.valueOf(code);
    }
}
