package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged.RulesFrom;
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
        sql.update(
                """
                insert into program (id, since, note_due_hours) select ?, said.since, said.hours
                from unnest(?, ?) as said(since, hours)
                on conflict (clinic_id, id, since) do update set note_due_hours = excluded.note_due_hours
                """,
                program.program().value(),
                program.rules().stream().map(RulesFrom::from).toArray(LocalDate[]::new),
                program.rules().stream()
                        .map(one -> one.ruleSet().noteDueHours())
                        .toArray(Integer[]::new));
    }
}
