package org.stepwell.enrollment.patient;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;

/** Closes a record that is another one's duplicate: what it holds goes with the other, and nobody is taken for it any more. */
@Singleton
public class CloseDuplicate {

    private final Patients patients;
    private final Names names;
    private final MergedPatients merged;
    private final Sql sql;
    private final Outbox outbox;
    private final List<OnceMerged> onceMerged;

    CloseDuplicate(
            Patients patients,
            Names names,
            MergedPatients merged,
            Sql sql,
            Outbox outbox,
            @All List<OnceMerged> onceMerged) {
        this.patients = patients;
        this.names = names;
        this.merged = merged;
        this.sql = sql;
        this.outbox = outbox;
        this.onceMerged = List.copyOf(onceMerged);
    }

    /** The versions of two records. */
    public record Versions(int survivor, int duplicate) {}

    /** Locks both until the transaction ends, against whoever adds to them too; what is asked then, stays so. */
    public Versions lock(PatientId survivor, PatientId duplicate) {
        sql.list("""
                select id from patient where clinic_id = platform.current_clinic() and id = any (?)
                order by id for update
                """, row -> row.getString(1), (Object) new UUID[] {survivor.value(), duplicate.value()});
        return new Versions(anew(survivor).version(), anew(duplicate).version());
    }

    /** As it is now that it is locked. */
    private Patient anew(PatientId id) {
        var patient = patients.of(id);
        patients.getEntityManager().refresh(patient);
        patient.mustGoOn();
        return patient;
    }

    /** Both are locked. */
    public void close(PatientId survivor, PatientId duplicate, Instant now) {
        var told = patients.of(duplicate).mergeInto(survivor, now);
        patients.flush();
        names.calls(Map.of(duplicate, Set.of()));
        sql.update("call move_record(?, ?)", duplicate.value(), survivor.value());
        merged.merged(told);
        outbox.append(told);
        onceMerged.forEach(one -> one.merged(survivor, duplicate, now));
    }
}
