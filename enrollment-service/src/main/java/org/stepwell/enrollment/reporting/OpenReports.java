package org.stepwell.enrollment.reporting;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.access.Reach;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** What the state's report still lacks: answers at admission, and the interview at discharge, which is a task too. */
@Singleton
public class OpenReports {

    /** The address of whoever left is good for some days yet. */
    private static final Duration WITHIN = Duration.ofDays(3);

    private static final TaskKind INTERVIEW = new TaskKind(
            "discharge-interview-missing",
            "Somebody was discharged and not asked again about work, housing, arrests, use and self-help: ask, or impute.",
            List.of(Role.SUPERVISOR),
            WITHIN,
            false);

    private final Sql sql;
    private final Tasks tasks;

    OpenReports(Sql sql, Tasks tasks) {
        this.sql = sql;
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind interview() {
        return INTERVIEW;
    }

    /** A record that is missing, and since when. */
    @Schema(name = "MissingRecord")
    record Line(
            UUID id,
            EpisodeId episode,
            PatientId patient,
            @Schema(examples = "DISCHARGE") Moment moment,

            @Schema(description = "the first day or the last")
            LocalDate since) {}

    /** Somebody was admitted: their answers are wanted. */
    public void admitted(EpisodeId episode, PatientId patient, LocalDate start) {
        missing(episode, patient, Moment.ADMISSION, start);
    }

    /**
     * Somebody was discharged: where they were not asked before, it is a task.
     *
     * @param primary who treats them, if anybody
     */
    public void discharged(
            EpisodeId episode, PatientId patient, LocalDate lastDay, @Nullable StaffId primary, Instant now) {
        if (missing(episode, patient, Moment.DISCHARGE, lastDay)) {
            ask(episode, patient, primary, now);
        }
    }

    /** Somebody left otherwise than was said: whoever could be asked after all is asked, and nothing stays imputed. */
    public void corrected(
            EpisodeId episode, LocalDate lastDay, DischargeReason reason, @Nullable StaffId primary, Instant now) {
        sql.update("""
                update teds_missing set since = ?
                where clinic_id = platform.current_clinic() and episode_id = ? and moment = 'DISCHARGE'
                """, lastDay, episode.value());
        if (!new Stay.Ended(lastDay, reason).nobodyCouldAsk()) {
            sql.one("""
                            insert into teds_missing (id, episode_id, moment, patient_id, since)
                            select ?, episode_id, moment, patient_id, ? from teds_record
                            where clinic_id = platform.current_clinic() and episode_id = ? and moment = 'DISCHARGE' and imputed
                            on conflict (clinic_id, episode_id, moment) do nothing
                            returning patient_id
                            """, row -> new PatientId(row.getObject(1, UUID.class)), Uuid7.next(), lastDay, episode.value())
                    .ifPresent(patient -> ask(episode, patient, primary, now));
        }
    }

    /** Somebody never came: nothing is wanted about them. Of whoever was not discharged no interview is asked for yet. */
    public void neverCame(EpisodeId episode) {
        sql.update(
                "delete from teds_missing where clinic_id = platform.current_clinic() and episode_id = ?",
                episode.value());
    }

    private void ask(EpisodeId episode, PatientId patient, @Nullable StaffId primary, Instant now) {
        tasks.open(new Tasks.Cause(INTERVIEW, episode, patient, episode, now), primary, now.plus(WITHIN));
    }

    private boolean missing(EpisodeId episode, PatientId patient, Moment moment, LocalDate since) {
        return sql.update(
                        """
                        insert into teds_missing (id, episode_id, moment, patient_id, since)
                        select ?, ?, ?, ?, ? where not exists (
                            select 1 from teds_record
                            where clinic_id = platform.current_clinic() and episode_id = ? and moment = ?)
                        """,
                        Uuid7.next(),
                        episode.value(),
                        moment.name(),
                        patient.value(),
                        since,
                        episode.value(),
                        moment.name())
                == 1;
    }

    void recorded(EpisodeId episode, Moment moment, Instant now) {
        sql.update(
                "delete from teds_missing where clinic_id = platform.current_clinic() and episode_id = ? and moment = ?",
                episode.value(),
                moment.name());
        if (moment == Moment.DISCHARGE) {
            tasks.done(INTERVIEW, episode, now);
        }
    }

    /** Of patients within reach: whom one treats, or nobody does yet. */
    List<Line> page(Reach reach, PageRequest page) {
        return sql.list(
                """
                select id, episode_id, patient_id, moment, since from teds_missing
                where clinic_id = platform.current_clinic() and id > ? and (? or %s or %s) order by id limit ?
                """.formatted(
                        CareTeams.nobody("teds_missing.patient_id"), CareTeams.includes("teds_missing.patient_id")),
                row -> new Line(
                        row.getObject("id", UUID.class),
                        new EpisodeId(row.getObject("episode_id", UUID.class)),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        Moment.valueOf(row.getString("moment")),
                        row.getObject("since", LocalDate.class)),
                page.after(),
                reach.wholeClinic(),
                reach.staffOrNobody(),
                page.fetch());
    }
}
