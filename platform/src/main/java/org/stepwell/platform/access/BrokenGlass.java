package org.stepwell.platform.access;

import jakarta.inject.Singleton;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassClosed;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassOpened;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Unapplied;
import org.stepwell.platform.time.WallClock;

/** Who opened whose record in an emergency, as enrollment says it; each opening closes by itself. */
@Singleton
public class BrokenGlass {

    private static final Unapplied UNAPPLIED = Unapplied.of(BreakGlassClosed.class);

    private final Sql sql;
    private final WallClock wall;

    BrokenGlass(Sql sql, WallClock wall) {
        this.sql = sql;
        this.wall = wall;
    }

    /** Takes an opening, also of a record that was merged before this was heard; within a transaction of the clinic. */
    public void opened(BreakGlassOpened opened) {
        sql.update(
                """
                insert into platform.break_glass (id, patient_id, staff_id, until)
                values (?, coalesce(
                    (select survivor_id from platform.merged_patient
                     where clinic_id = platform.current_clinic() and duplicate_id = ?), ?), ?, ?)
                on conflict do nothing
                """,
                opened.breakGlass().value(),
                opened.patient().value(),
                opened.patient().value(),
                opened.staff().value(),
                opened.until());
    }

    /** What was opened is closed before its time; within a transaction of the clinic. */
    public void closed(BreakGlassClosed closed) {
        sql.update(
                "update platform.break_glass set until = least(until, ?) where clinic_id = platform.current_clinic() and id = ?",
                closed.at(),
                closed.breakGlass().value());
    }

    /** True while somebody may look; not where the closing of what they opened waits among the parked. */
    boolean by(StaffId staff, PatientId patient) {
        return sql.one(
                        """
                        select 1 from platform.break_glass
                        where clinic_id = platform.current_clinic() and patient_id = ? and staff_id = ? and until > ?
                          and not exists (
                              select 1 from platform.parked where listener = ? and topic = ? and key = break_glass.id::text)
                        limit 1
                        """,
                        row -> row.getInt(1),
                        patient.value(),
                        staff.value(),
                        wall.instant(),
                        UNAPPLIED.listener(),
                        UNAPPLIED.topic())
                .isPresent();
    }
}
