package org.stepwell.contracts.therapy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.contracts.code.RelapseTrigger;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.CertificationId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/** What happened once in therapy. Text of notes never travels. */
@Topic("stepwell.therapy")
public sealed interface TherapyFact extends TherapyEvent {

    /** A patient's part of a session's note was signed, co-signed where it has to be, and locked. */
    @Wire("note-signed.v1")
    record NoteSigned(PatientId patient, EpisodeId episode, NoteId note, SessionId session, StaffId signer, Instant at)
            implements TherapyFact {
        @Override
        public String key() {
            return patient.toString();
        }
    }

    /** A patient's part of a signed note was entered in error: nothing is signed for them of this session, until another is. */
    @Wire("note-struck.v1")
    record NoteStruck(PatientId patient, EpisodeId episode, NoteId note, SessionId session, StaffId by, Instant at)
            implements TherapyFact {
        @Override
        public String key() {
            return patient.toString();
        }
    }

    /** The note of a session is late. */
    @Wire("note-overdue.v1")
    record NoteOverdue(SessionId session, List<StaffId> facilitators, Instant dueAt, Instant at)
            implements TherapyFact {
        @Override
        public String key() {
            return session.toString();
        }
    }

    /** The team holds the patient ready for a lower level of care. */
    @Wire("ready-for-step-down.v1")
    record ReadyForStepDown(PatientId patient, EpisodeId episode, StaffId by, Instant at) implements TherapyFact {
        @Override
        public String key() {
            return patient.toString();
        }
    }

    /** The team takes that word back, or the patient stays after all. */
    @Wire("step-down-put-off.v1")
    record StepDownPutOff(PatientId patient, EpisodeId episode, Instant at) implements TherapyFact {
        @Override
        public String key() {
            return patient.toString();
        }
    }

    /** A physician certified that the patient needs this level of care; it stands through a day, that one included. */
    @Wire("certification-signed.v1")
    record CertificationSigned(
            PatientId patient,
            EpisodeId episode,
            CertificationId certification,
            LocalDate from,
            LocalDate through,
            StaffId signer,
            Instant at)
            implements TherapyFact {
        @Override
        public String key() {
            return patient.toString();
        }
    }

    /**
     * A treatment plan is in force: a clinician signed it, the patient was asked, and it is to be reviewed by a day.
     */
    @Wire("plan-signed.v1")
    record PlanSigned(PatientId patient, EpisodeId episode, int version, LocalDate reviewOn, Instant at)
            implements TherapyFact {
        @Override
        public String key() {
            return patient.toString();
        }
    }

    /** A treatment plan is to be written, or reviewed, by a day. */
    @Wire("review-due.v1")
    record ReviewDue(PatientId patient, EpisodeId episode, ReviewReason reason, LocalDate dueOn, Instant at)
            implements TherapyFact {
        @Override
        public String key() {
            return patient.toString();
        }
    }

    /**
     * How a patient left, for whoever goes on with them: a signed discharge summary in codes. What was written stays in it.
     *
     * @param nextLevel the level of care that is recommended, by its number, where one is
     * @param attendedPercent of the sessions that were held for the patient; none where there were none
     * @param relapsePlan whether the patient has a plan for the prevention of a relapse, and {@code triggers} what it names
     * @param medication what they take for opioid or alcohol use disorder and besides, by substance, such as BUPRENORPHINE
     * @param recommended what should come next
     * @param latest what each questionnaire of the episode came out as the last time
     */
    @Wire("discharge-summary-signed.v1")
    record DischargeSummarySigned(
            PatientId patient,
            EpisodeId episode,
            LocalDate lastDay,
            DischargeReason reason,
            @Nullable String nextLevel,
            @Nullable Integer attendedPercent,
            boolean relapsePlan,
            List<RelapseTrigger> triggers,
            boolean crisisPlan,
            List<String> medication,
            List<NextStepKind> recommended,
            List<Latest> latest,
            Instant at)
            implements TherapyFact {
        @Override
        public String key() {
            return patient.toString();
        }

        /** What a questionnaire came out as; without a total where its parts stand for themselves. */
        public record Latest(
                String instrument,
                LocalDate takenOn,
                @Nullable Integer total,
                @Nullable String band,
                List<Subscale> parts) {}
    }
}
