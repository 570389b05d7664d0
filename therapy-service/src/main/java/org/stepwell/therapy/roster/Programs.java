package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged.RulesFrom;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;

/** What each program is called, how many hours it gives for a note, how many days for a plan, and how long a certification stands. */
@Singleton
public class Programs {

    private final Sql sql;

    Programs(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a program is called.
     *
     * @param level of care that it gives, by its number; missing until it is told
     */
    public record Called(String name, @Nullable String level) {}

    /** Takes what enrollment says of a program. */
    public void changed(ProgramChanged program) {
        sql.update("""
                insert into program_name (id, name, level) values (?, ?, ?)
                on conflict (clinic_id, id) do update set name = excluded.name, level = excluded.level
                """, program.program().value(), program.name(), program.level());
        sql.update(
                """
                insert into program (id, since, note_due_hours, recertification_days, plan_days, plan_review_days)
                select ?, said.* from unnest(?, ?, ?, ?, ?) as said(since, hours, days, plan, review)
                on conflict (clinic_id, id, since) do update
                set note_due_hours = excluded.note_due_hours, recertification_days = excluded.recertification_days,
                    plan_days = excluded.plan_days, plan_review_days = excluded.plan_review_days
                """,
                program.program().value(),
                program.rules().stream().map(RulesFrom::from).toArray(LocalDate[]::new),
                days(program, RuleSet::noteDueHours),
                days(program, RuleSet::recertificationDays),
                days(program, RuleSet::planDays),
                days(program, RuleSet::planReviewDays));
    }

    /** The program, or 404. */
    public void mustKnow(ProgramId program) {
        if (sql.one("select 1 from program where id = ? limit 1", row -> 1, program.value())
                .isEmpty()) {
            throw new NotFoundException();
        }
    }

    private static Integer[] days(ProgramChanged program, Function<RuleSet, Integer> field) {
        return program.rules().stream().map(one -> field.apply(one.ruleSet())).toArray(Integer[]::new);
    }

    /** For how many days a certification from a day stands, by the rules of the episode's program on that day. */
    public int recertificationDays(EpisodeId episode, LocalDate from) {
        return days("recertification_days", episode, from);
    }

    /** How many days after the first one a plan is signed by. */
    public int planDays(EpisodeId episode, LocalDate first) {
        return days("plan_days", episode, first);
    }

    /** How many days after a plan was signed it is reviewed by. */
    public int planReviewDays(EpisodeId episode, LocalDate signed) {
        return days("plan_review_days", episode, signed);
    }

    /** What the program of an episode is called, once that is known. */
    public Optional<Called> of(EpisodeId episode) {
        return sql.one("""
                        select called.name, called.level
                        from episode join program_name called
                            on called.clinic_id = episode.clinic_id and called.id = episode.program_id
                        where episode.clinic_id = platform.current_clinic() and episode.id = ?
                        """, row -> new Called(row.getString("name"), row.getString("level")), episode.value());
    }

    private int days(String column, EpisodeId episode, LocalDate on) {
        return sql.one("""
                        select program.%s as days
                        from episode join program on program.clinic_id = episode.clinic_id and program.id = episode.program_id
                        where episode.clinic_id = platform.current_clinic() and episode.id = ?
                        order by (since <= ?) desc, case when since <= ? then since end desc, since limit 1
                        """.formatted(column), row -> row.getInt("days"), episode.value(), on, on)
                .orElseThrow(() -> new ProgramNotKnownYet(episode));
    }
}
