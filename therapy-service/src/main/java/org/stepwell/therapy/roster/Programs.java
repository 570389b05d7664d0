package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged.RulesFrom;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;

/** How many hours each program gives for a note, and for how many days a certification stands in it. */
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
                insert into program (id, since, note_due_hours, recertification_days)
                select ?, said.since, said.hours, said.days from unnest(?, ?, ?) as said(since, hours, days)
                on conflict (clinic_id, id, since) do update
                set note_due_hours = excluded.note_due_hours, recertification_days = excluded.recertification_days
                """,
                program.program().value(),
                program.rules().stream().map(RulesFrom::from).toArray(LocalDate[]::new),
                program.rules().stream()
                        .map(one -> one.ruleSet().noteDueHours())
                        .toArray(Integer[]::new),
                program.rules().stream()
                        .map(one -> one.ruleSet().recertificationDays())
                        .toArray(Integer[]::new));
    }

    /** For how many days a certification from a day stands, by the rules of the episode's program on that day. */
    public int recertificationDays(EpisodeId episode, LocalDate from) {
        return sql.one("""
                        select program.recertification_days
                        from episode join program on program.clinic_id = episode.clinic_id and program.id = episode.program_id
                        where episode.clinic_id = platform.current_clinic() and episode.id = ?
                        order by (since <= ?) desc, case when since <= ? then since end desc, since limit 1
                        """, row -> row.getInt("recertification_days"), episode.value(), from, from)
                .orElseThrow(() -> new ProgramNotKnownYet(episode));
    }
}
