package org.stepwell.contracts.aftercare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.contracts.code.NextStepStatus;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.LinkageId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;

/** What happened once in aftercare. */
@Topic("stepwell.aftercare")
public sealed interface AftercareFact extends AftercareEvent {

    PatientId patient();

    EpisodeId episode();

    @Override
    default String key() {
        return patient().toString();
    }

    /** A plan was opened as a draft, because a discharge is planned; or one that was closed goes on. */
    @Wire("aftercare-opened.v1")
    record AftercareOpened(PatientId patient, EpisodeId episode, AftercarePlanId plan, Instant at)
            implements AftercareFact {}

    /** A plan waits, because the patient is in treatment again; it goes on with the next discharge. */
    @Wire("aftercare-paused.v1")
    record AftercarePaused(PatientId patient, EpisodeId episode, AftercarePlanId plan, Instant at)
            implements AftercareFact {}

    /**
     * A plan ended.
     *
     * @param careEnds true where aftercare is over, false where the patient stays in treatment or never came
     */
    @Wire("aftercare-closed.v1")
    record AftercareClosed(PatientId patient, EpisodeId episode, AftercarePlanId plan, boolean careEnds, Instant at)
            implements AftercareFact {}

    /** A next step was proposed, accepted, declined or withdrawn. */
    @Wire("next-step-changed.v1")
    record NextStepChanged(
            PatientId patient,
            EpisodeId episode,
            NextStepId step,
            NextStepKind kind,
            LocalDate date,
            NextStepStatus status,
            By by,
            Instant at)
            implements AftercareFact {

        /** Who said so. */
        public enum By {
            PATIENT,
            RECEIVER,
            STAFF
        }
    }

    /** A weekly check-in was recorded, with its level and the flags that made it. */
    @Wire("check-in-recorded.v1")
    record CheckInRecorded(
            PatientId patient,
            EpisodeId episode,
            CheckInId checkIn,
            LocalDate dueOn,
            Level level,
            List<String> flags,
            Instant at)
            implements AftercareFact {

        /** How soon somebody should reach out. */
        public enum Level {
            GREEN,
            YELLOW,
            AMBER,
            RED
        }
    }

    /** A week went by without a check-in. */
    @Wire("check-in-missed.v1")
    record CheckInMissed(PatientId patient, EpisodeId episode, CheckInId checkIn, LocalDate dueOn, Instant at)
            implements AftercareFact {}

    /**
     * The relapse risk of next week has another level than before.
     *
     * @param week the day on which the check-in was due that was looked at last
     * @param factors codes of what adds points, the most first
     */
    @Wire("risk-changed.v1")
    record RiskChanged(
            PatientId patient,
            EpisodeId episode,
            AftercarePlanId plan,
            LocalDate week,
            RiskLevel level,
            List<String> factors,
            Instant at)
            implements AftercareFact {

        /** How high it is; with too little to go by, nothing is said. */
        public enum RiskLevel {
            ABSTAINS,
            LOW,
            MODERATE,
            HIGH
        }
    }

    /**
     * Somebody who left needs treatment again, was offered it and wants it.
     *
     * @param linkage the offer; told again, it is the same recommendation
     * @param factors codes of what asked for it
     */
    @Wire("readmission-recommended.v1")
    record ReadmissionRecommended(
            PatientId patient, EpisodeId episode, LinkageId linkage, Because because, List<String> factors, Instant at)
            implements AftercareFact {

        /** What made somebody offer it. */
        public enum Because {
            RECHECK,
            MISSED_CHECK_INS
        }
    }
}
