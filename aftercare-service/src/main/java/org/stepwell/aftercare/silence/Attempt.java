package org.stepwell.aftercare.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/**
 * That somebody tried to reach a patient from whom no check-in came, and what came of it.
 *
 * @param person the support person who was asked; of no other way
 */
record Attempt(
        UUID id,
        Instant madeAt,
        Way way,
        @Nullable UUID person,
        Outcome outcome,
        @Nullable String sealedNote,
        StaffId recordedBy,
        Instant recordedAt) {

    private static final Duration BACK_MAX = Duration.ofDays(31);
    private static final Duration DAY = Duration.ofDays(1);

    /** So long after it was looked whether a consent opens it, somebody may be asked. */
    private static final Duration PERMIT_HOLDS = Duration.ofDays(1);

    /** How somebody was tried to be reached. */
    @Schema(name = "OutreachWay")
    enum Way {
        CALL,
        TEXT_MESSAGE,
        EMAIL,
        PORTAL,
        SUPPORT_PERSON,
        VISIT,
        LETTER
    }

    /** What came of it. */
    @Schema(name = "OutreachOutcome")
    enum Outcome {
        REACHED,
        /** A message that says nothing of a program. */
        LEFT_NEUTRAL_MESSAGE,
        NO_ANSWER,
        WRONG_NUMBER,
        /** Of what is written. */
        SENT,
        /** Somebody else looks after them now: a hospital, emergency services, family whom they allowed us to call. */
        OTHERS_LOOK_AFTER
    }

    /** Refuses what can not have been so. */
    void mustFit() {
        if ((way == Way.SUPPORT_PERSON) != (person != null)) {
            throw OutreachRule.SUPPORT_PERSON_IS_NAMED.at(
                    "/supportPerson",
                    way == Way.SUPPORT_PERSON
                            ? "Say who was asked: no step names them now."
                            : "%s asks no support person.".formatted(way));
        }
        if (madeAt.isAfter(recordedAt)) {
            throw OutreachRule.ATTEMPT_OF_A_TIME_THAT_CAME.at(
                    "/at", "It is not %s yet (now %s).".formatted(madeAt, recordedAt));
        }
        if (madeAt.isBefore(recordedAt.minus(BACK_MAX))) {
            throw OutreachRule.ATTEMPT_OF_A_TIME_THAT_CAME.at(
                    "/at", "%s at the earliest.".formatted(recordedAt.minus(BACK_MAX)));
        }
        boolean written = way == Way.LETTER || way == Way.TEXT_MESSAGE || way == Way.EMAIL || way == Way.PORTAL;
        if (outcome == Outcome.SENT && !written) {
            throw OutreachRule.OUTCOME_FITS_THE_WAY.at("/outcome", "%s is nothing that is sent.".formatted(way));
        }
        if (outcome == Outcome.WRONG_NUMBER && way != Way.CALL && way != Way.TEXT_MESSAGE) {
            throw OutreachRule.OUTCOME_FITS_THE_WAY.at("/outcome", "%s has no number that is wrong.".formatted(way));
        }
    }

    /** Refuses that a support person was asked where nobody looked first whether a consent opens it. */
    void mustBePermitted(Optional<Instant> permittedAt) {
        if (permittedAt
                .filter(at -> !madeAt.isBefore(at) && madeAt.isBefore(at.plus(PERMIT_HOLDS)))
                .isEmpty()) {
            throw OutreachRule.SUPPORT_PERSON_BY_A_PERMIT.because(
                    "Ask for one before you call: POST support-people/%s/permits.".formatted(person));
        }
    }

    /** Whether the patient themselves was reached. */
    boolean reachedThePatient() {
        return outcome == Outcome.REACHED && way != Way.SUPPORT_PERSON;
    }

    /** Whether it does what a step asks for; whether a second call was at another time, {@link #atAnotherTime} says. */
    boolean does(StepKind step) {
        return switch (step) {
            case CALL, SECOND_CALL -> way == Way.CALL;
            case SUPPORT_PERSON -> way == Way.SUPPORT_PERSON;
            case VISIT_OR_LETTER -> way == Way.VISIT || way == Way.LETTER;
            case WELFARE_CHECK -> reachedThePatient() || outcome == Outcome.OTHERS_LOOK_AFTER;
            case MESSAGE, PORTAL, SUPERVISOR_REVIEW, LINKAGE_OFFER, UNREACHABLE -> false;
        };
    }

    /** Whether the clock showed another time than at an earlier one, by so much; ten to midnight and ten past it are close. */
    boolean atAnotherTime(Attempt earlier, Duration apart, ZoneId zone) {
        var between = Duration.between(hour(earlier, zone), hour(this, zone)).abs();
        var around = DAY.minus(between);
        return (between.compareTo(around) < 0 ? between : around).compareTo(apart) >= 0;
    }

    private static LocalTime hour(Attempt attempt, ZoneId zone) {
        return attempt.madeAt.atZone(zone).toLocalTime();
    }

    static Attempt read(ResultSet row) throws SQLException {
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Way.valueOf(row.getString("way")),
                row.getObject("person_id", UUID.class),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("note"),
                new StaffId(row.getObject("recorded_by", UUID.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
