package org.stepwell.aftercare.danger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.finding.ScoredMeasures;
import org.stepwell.platform.measure.AnswerForm;
import org.stepwell.platform.measure.Scored;
import org.stepwell.platform.measure.Scoring;

/** The suicide screeners that were asked: here the C-SSRS since last contact, in other services also the whole one. */
@Singleton
class SuicideScreens implements ScoredMeasures {

    static final String SINCE_LAST_CONTACT = "C-SSRS-SLC";

    private static final String ANY_OF_THEM = "C-SSRS";
    private static final int SHOWN_MAX = 50;

    private final Sql sql;
    private final SafetyFlags flags;
    private final Scoring scoring;
    private final Outbox outbox;
    private final ObjectMapper json;

    SuicideScreens(Sql sql, SafetyFlags flags, Scoring scoring, Outbox outbox, ObjectMapper json) {
        this.sql = sql;
        this.flags = flags;
        this.scoring = scoring;
        this.outbox = outbox;
        this.json = json;
    }

    /** Who was asked, when, by whom. */
    record Asked(PatientId patient, EpisodeId episode, AftercarePlanId plan, Instant takenAt, StaffId by) {}

    /** A screener as it is shown. */
    record Screen(MeasureId id, Instant takenAt, String risk, StaffId recordedBy, Instant recordedAt) {}

    /** Staff asked it: a thought that was named before is answered, and a risk that is found stands as a flag of its own. */
    Screen take(Asked asked, List<AnswerForm> answers, Instant now) {
        var scored = scoring.score(SINCE_LAST_CONTACT, null, answers);
        var screen = new Screen(
                new MeasureId(Uuid7.next()), asked.takenAt(), Objects.requireNonNull(scored.band()), asked.by(), now);
        sql.update(
                """
                insert into suicide_screen (id, patient_id, episode_id, plan_id, taken_at, answers, band, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                """,
                screen.id().value(),
                asked.patient().value(),
                asked.episode().value(),
                asked.plan().value(),
                asked.takenAt(),
                written(scored.answers()),
                screen.risk(),
                asked.by().value(),
                now);
        outbox.append(told(asked, screen, scored, now));
        FlagName.foundBy(screen.risk())
                .ifPresent(flag -> flags.raise(asked.patient(), asked.episode(), flag, asked.takenAt()));
        answered(asked.patient(), asked.takenAt(), now);
        return screen;
    }

    /** Another service asked: what it found stands there, and what was named here is answered. */
    @Override
    public void scored(MeasureScored measure) {
        if (!measure.service().equals(SafetyFlags.SERVICE)
                && measure.instrument().startsWith(ANY_OF_THEM)
                && measure.band() != null) {
            answered(measure.patient(), measure.takenAt(), measure.at());
        }
    }

    /** Only a screener that was asked after the thought was named last says anything of it. */
    private void answered(PatientId patient, Instant takenAt, Instant now) {
        flags.standing(patient, FlagName.SUICIDE_ITEM)
                .filter(item -> !takenAt.isBefore(item.lastRaisedAt()))
                .ifPresent(item -> flags.clear(item, new SafetyFlags.Cleared("SCREENER_TAKEN", null, null), now));
    }

    private static MeasureScored told(Asked asked, Screen screen, Scored scored, Instant now) {
        return new MeasureScored(
                SafetyFlags.SERVICE,
                asked.patient(),
                asked.episode(),
                screen.id(),
                scored.instrument(),
                scored.instrumentVersion(),
                scored.total(),
                scored.band(),
                scored.parts(),
                asked.takenAt(),
                now);
    }

    List<Screen> of(AftercarePlanId plan) {
        return sql.list(
                """
                select * from suicide_screen
                where clinic_id = platform.current_clinic() and plan_id = ? order by id desc limit ?
                """,
                row -> new Screen(
                        new MeasureId(row.getObject("id", UUID.class)),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getString("band"),
                        new StaffId(row.getObject("recorded_by", UUID.class)),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                plan.value(),
                SHOWN_MAX);
    }

    private String written(List<Scored.ItemAnswer> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers could not be written", e);
        }
    }
}
