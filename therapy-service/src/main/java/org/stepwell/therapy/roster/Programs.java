package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.platform.database.Sql;

/** How many hours each program gives for a note. */
@Singleton
public class Programs {

    private final Sql sql;

    Programs(Sql sql) {
        this.sql = sql;
    }

    /** Takes what enrollment says of a program. */
    public void changed(ProgramChanged program) {
        sql.update("""
                insert into program (id, note_due_hours) values (?, ?)
                on conflict (clinic_id, id) do update set note_due_hours = excluded.note_due_hours
                """, program.program().value(), program.ruleSet().noteDueHours());
    }
}
