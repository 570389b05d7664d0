package org.stepwell.contracts.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/** What happened once in scheduling. */
@Topic("stepwell.scheduling")
public sealed interface SchedulingFact extends SchedulingEvent {

    /**
     * The answer to an admission, a return or a change of the track, exactly one to each: the groups that have a seat, and the weekly minutes and days still missing. A
     * group that begins late or ends soon is among the groups, and its minutes are among the missing.
     */
    @Wire("placement-answered.v1")
    record PlacementAnswered(
            PatientId patient,
            EpisodeId episode,
            Outcome outcome,
            List<GroupId> groups,
            int weeklyMinutes,
            int missingMinutes,
            int missingDays,
            Instant at)
            implements SchedulingFact {
        @Override
        public String key() {
            return patient.toString();
        }

        /** Whether the week the program asks for could be seated. */
        public enum Outcome {
            COMPLETE,
            INCOMPLETE
        }
    }

    /** One patient, one session: how they were there and for how many minutes; a correction has a higher version. */
    @Wire("attendance-recorded.v1")
    record AttendanceRecorded(
            PatientId patient,
            EpisodeId episode,
            SessionId session,
            int version,
            Modality modality,
            boolean group,
            LocalDate date,
            Instant start,
            Instant end,
            int minutes,
            AttendanceStatus status,
            List<StaffId> facilitators,
            Instant at)
            implements SchedulingFact {
        @Override
        public String key() {
            return patient.toString();
        }
    }

    /** A session is over and counted; a visit is of no group. */
    @Wire("session-closed.v1")
    record SessionClosed(SessionId session, @Nullable GroupId group, int attended, int absent, Instant at)
            implements SchedulingFact {
        @Override
        public String key() {
            return session.toString();
        }
    }

    /**
     * A patient's week held against a rule set, the program's or the payer's; told when its verdict changes, and once when it
     * is final.
     *
     * @param rulesOf whose rule set it is: a patient's week has a verdict under each
     * @param because why the rule set is not applied, where it is not
     */
    @Wire("week-measured.v1")
    record WeekMeasured(
            PatientId patient,
            EpisodeId episode,
            LocalDate weekStart,
            RulesOf rulesOf,
            String ruleSet,
            int ruleSetVersion,
            Verdict verdict,
            int minutes,
            int days,
            int groupSharePercent,
            boolean last,
            @Nullable Because because,
            Instant at)
            implements SchedulingFact {
        @Override
        public String key() {
            return patient.toString();
        }

        /** Whose rule set a week is held against. */
        public enum RulesOf {
            PROGRAM,
            /** Who is billed for the days of the week, and approved them in advance. */
            PAYER
        }

        /** Why a week is not applicable. */
        public enum Because {
            NOT_WHOLLY_IN_PROGRAM,
            ON_HOLD,
            /** The clinic was closed on a day of it. */
            CLOSED,
            /** The payer approved some of its days only. */
            APPROVED_IN_PART,
            /** The payer approved none of its days, other than was said before. */
            NOT_APPROVED
        }

        /** How the week stands. */
        public enum Verdict {
            MET,
            ON_TRACK,
            NOT_MET,
            NOT_APPLICABLE
        }
    }
}
