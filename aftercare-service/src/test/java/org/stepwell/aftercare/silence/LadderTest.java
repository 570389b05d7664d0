package org.stepwell.aftercare.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.silence.Ladder.Pace;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.message.PatientContact;
import org.stepwell.platform.message.SafeHours;

class LadderTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final SilenceSettings settings = new SmallRyeConfigBuilder()
            .withMapping(SilenceSettings.class)
            .build()
            .getConfigMapping(SilenceSettings.class);
    private final Ladder ladder = new Ladder(settings);

    @Test
    void theFirstWeekOfASilenceHasTheWholeLadder() {
        assertThat(ladder.steps(Instant.parse("2026-06-01T16:00:00Z"), NEW_YORK, 1, Pace.USUAL))
                .hasToString(
                        "{MESSAGE=2026-06-01T20:00:00Z, CALL=2026-06-02T16:00:00Z, SECOND_CALL=2026-06-03T16:00:00Z,"
                                + " PORTAL=2026-06-03T16:00:00Z, SUPPORT_PERSON=2026-06-04T16:00:00Z,"
                                + " VISIT_OR_LETTER=2026-06-06T16:00:00Z, SUPERVISOR_REVIEW=2026-06-08T16:00:00Z,"
                                + " LINKAGE_OFFER=2026-06-15T16:00:00Z, UNREACHABLE=2026-07-01T16:00:00Z}");
    }

    @Test
    void theWeeksThatFollowHaveAMessageAndCalls() {
        assertThat(ladder.steps(Instant.parse("2026-06-08T16:00:00Z"), NEW_YORK, 2, Pace.USUAL)
                        .keySet())
                .containsExactly(StepKind.MESSAGE, StepKind.CALL, StepKind.SECOND_CALL);
        assertThat(ladder.steps(Instant.parse("2026-06-08T16:00:00Z"), NEW_YORK, 2, Pace.SOONER)
                        .keySet())
                .containsExactly(StepKind.MESSAGE, StepKind.CALL, StepKind.SECOND_CALL);
        assertThat(ladder.steps(Instant.parse("2026-06-08T16:00:00Z"), NEW_YORK, 2, Pace.SOONER_FROM_NOW)
                        .keySet())
                .containsExactly(
                        StepKind.MESSAGE,
                        StepKind.CALL,
                        StepKind.SECOND_CALL,
                        StepKind.WELFARE_CHECK,
                        StepKind.SUPERVISOR_REVIEW);
    }

    @Test
    void ofWhomSomebodyWorriesItIsTheSameDay() {
        var steps = ladder.steps(Instant.parse("2026-06-01T16:00:00Z"), NEW_YORK, 1, Pace.SOONER);

        assertThat(steps)
                .containsEntry(StepKind.MESSAGE, Instant.parse("2026-06-01T18:00:00Z"))
                .containsEntry(StepKind.CALL, Instant.parse("2026-06-01T20:00:00Z"))
                .containsEntry(StepKind.SUPERVISOR_REVIEW, Instant.parse("2026-06-01T22:00:00Z"))
                .containsEntry(StepKind.WELFARE_CHECK, Instant.parse("2026-06-01T22:00:00Z"))
                .containsEntry(StepKind.LINKAGE_OFFER, Instant.parse("2026-06-15T16:00:00Z"));
    }

    /** Noon before the night on which the clock changes: hours are hours, and days are days of the clinic. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-07T17:00:00Z, 2026-03-07T21:00:00Z, 2026-03-08T17:00:00Z, 2026-03-12T16:00:00Z, 2026-03-21T16:00:00Z
            2026-10-31T16:00:00Z, 2026-10-31T20:00:00Z, 2026-11-01T16:00:00Z, 2026-11-05T17:00:00Z, 2026-11-14T17:00:00Z
            """)
    void overBothDaylightSavingNights(Instant due, Instant message, Instant call, Instant visit, Instant linkage) {
        var steps = ladder.steps(due, NEW_YORK, 1, Pace.USUAL);

        assertThat(steps)
                .containsEntry(StepKind.MESSAGE, message)
                .containsEntry(StepKind.CALL, call)
                .containsEntry(StepKind.VISIT_OR_LETTER, visit)
                .containsEntry(StepKind.LINKAGE_OFFER, linkage);
    }

    /** A message that is due on the evening before waits for the morning, which is an hour nearer or further than usual. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-08T02:00:00Z, 2026-03-08T13:00:00Z, PT11H
            2026-11-01T01:00:00Z, 2026-11-01T14:00:00Z, PT13H
            """)
    void contactHoursAreKeptOnBothNights(Instant evening, Instant morning, Duration wait) {
        var contact = new PatientContact("en", null, null, "a@example.org", null, Saying.CLINIC_NAME);

        var from = SafeHours.from(evening, contact, NEW_YORK, _ -> Optional.of(SafeHours.USUAL));

        assertThat(from).contains(morning);
        assertThat(Duration.between(evening, morning)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            10:00, 10:30, false
            10:00, 11:59, false
            10:00, 12:00, true
            18:00, 09:00, true
            23:50, 00:10, false
            """)
    void aSecondCallIsAtAnotherTime(LocalTime first, LocalTime second, boolean another) {
        assertThat(call(second, 2).atAnotherTime(call(first, 1), settings.callsApart(), NEW_YORK))
                .isEqualTo(another);
    }

    private static Attempt call(LocalTime hour, int day) {
        var at = LocalDate.of(2026, 6, day).atTime(hour).atZone(NEW_YORK).toInstant();
        return new Attempt(
                new UUID(0, day),
                at,
                Attempt.Way.CALL,
                nobodyElse(),
                Attempt.Outcome.NO_ANSWER,
                note(),
                new StaffId(new UUID(0, 1)),
                at);
    }

    private static @Nullable UUID nobodyElse() {
        return null;
    }

    private static @Nullable String note() {
        return null;
    }
}
