package org.stepwell.platform.access;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;

/**
 * Which records were one person, as enrollment says it. What every service holds about a duplicate, its safety flags, its
 * tasks and what was opened in an emergency, goes with the survivor; what may not be changed, such as the audit, is read for both.
 */
@Singleton
public class MergedPatients {

    private final Sql sql;

    MergedPatients(Sql sql) {
        this.sql = sql;
    }

    /** Takes a merge; within a transaction of the clinic, and also where the survivor was merged away before this was heard. */
    public void merged(PatientMerged merged) {
        var duplicate = merged.duplicate().value();
        var survivor = survivorOf(merged.patient()).orElse(merged.patient()).value();
        sql.update("""
                insert into platform.merged_patient (duplicate_id, survivor_id, merged_at) values (?, ?, ?)
                on conflict do nothing
                """, duplicate, survivor, merged.at());
        moved("merged_patient set survivor_id", "survivor_id", survivor, duplicate);
        moved("safety_flag set patient_id", "patient_id", survivor, duplicate);
        moved("break_glass set patient_id", "patient_id", survivor, duplicate);
        moved("task set patient_id", "patient_id", survivor, duplicate);
    }

    private void moved(String what, String column, UUID survivor, UUID duplicate) {
        sql.update(
                "update platform.%s = ? where clinic_id = platform.current_clinic() and %s = ?".formatted(what, column),
                survivor,
                duplicate);
    }

    /** The record that goes on, where this one was merged into it. */
    public Optional<PatientId> survivorOf(PatientId record) {
        return sql.one("""
                select survivor_id from platform.merged_patient
                where clinic_id = platform.current_clinic() and duplicate_id = ?
                """, MergedPatients::read, record.value());
    }

    /** All records of this person: the one that goes on first. */
    public UUID[] recordsOf(PatientId survivor) {
        return allOf(survivor).stream().map(PatientId::value).toArray(UUID[]::new);
    }

    /** The same as a set. */
    public Set<PatientId> allOf(PatientId survivor) {
        var all = new LinkedHashSet<PatientId>();
        all.add(survivor);
        all.addAll(duplicatesOf(survivor));
        return all;
    }

    private List<PatientId> duplicatesOf(PatientId survivor) {
        return sql.list("""
                select duplicate_id from platform.merged_patient
                where clinic_id = platform.current_clinic() and survivor_id = ?
                """, MergedPatients::read, survivor.value());
    }

    private static PatientId read(ResultSet row) throws SQLException {
        return new PatientId(row.getObject(1, UUID.class));
    }
}
