package org.stepwell.therapy.safety;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.FindingId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.finding.SafetyRegister;
import org.stepwell.therapy.plan.PlanReviews;

/** Raises a flag; one that stands already stands on and is told of once, but a risk that is found again is work again. */
@Singleton
public class RaiseFlag {

    private final Sql sql;
    private final SafetyRegister register;
    private final SafetyTasks tasks;
    private final PlanReviews reviews;
    private final Alarm alarm;

    RaiseFlag(Sql sql, SafetyRegister register, SafetyTasks tasks, PlanReviews reviews, Alarm alarm) {
        this.sql = sql;
        this.register = register;
        this.tasks = tasks;
        this.reviews = reviews;
        this.alarm = alarm;
    }

    /**
     * What was found.
     *
     * @param at when, which may be before it was written down
     * @param screenerFrom from when on a screener answers it
     */
    public record Found(Instant at, Instant screenerFrom) {}

    private record Raised(UUID id, boolean first) {}

    /** Something was found that can not wait. */
    public void raise(PatientId patient, EpisodeId episode, String flag, Found found, Instant now) {
        var raised = sql.one(
                        """
                        insert into safety_flag (id, patient_id, episode_id, flag, raised_at, last_raised_at, screener_from)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (clinic_id, patient_id, flag) where cleared_at is null do update
                        set last_raised_at = greatest(safety_flag.last_raised_at, excluded.last_raised_at),
                            screener_from = greatest(safety_flag.screener_from, excluded.screener_from),
                            times_raised = safety_flag.times_raised + 1, version = safety_flag.version + 1
                        returning id, times_raised = 1 as first
                        """,
                        row -> new Raised(row.getObject("id", UUID.class), row.getBoolean("first")),
                        Uuid7.next(),
                        patient.value(),
                        episode.value(),
                        flag,
                        found.at(),
                        found.at(),
                        found.screenerFrom())
                .orElseThrow();
        if (raised.first()) {
            register.say(new SafetyChanged(SafetyFlag.SERVICE, raised.id(), patient, episode, flag, true, found.at()));
        }
        if (SuicideRisk.FLAGS.contains(flag)) {
            tasks.found(new FindingId(raised.id()), patient, episode, now);
            alarm.about(patient);
        }
        // Danger that is said again is news to a plan that was signed in between.
        reviews.outOfTurn(episode, ReviewReason.SAFETY, now);
    }
}
