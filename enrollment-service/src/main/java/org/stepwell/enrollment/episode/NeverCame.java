package org.stepwell.enrollment.episode;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * When somebody was expected who was admitted and never came.
 *
 * @param from what was to be their first day
 * @param until the last day on which they were expected; before the first one, where they called it off
 */
@Embeddable
record NeverCame(
        @Column(name = "awaited_from") LocalDate from,
        @Column(name = "awaited_until") LocalDate until) {

    /** Refuses to say it of somebody who was here. */
    static void mustBeTrue(Optional<LocalDate> lastVisit) {
        lastVisit.ifPresent(day -> {
            throw new Refusal(
                    EpisodeRule.WAS_HERE, "They were in a session on %s. Discharge them instead.".formatted(day));
        });
    }

    /** Refuses a day that must be a mistake. */
    void mustBeNear(LocalDate today) {
        var before = from.minusDays(1);
        var earliest = before.isAfter(today) ? today : before;
        if (until.isBefore(earliest) || until.isAfter(today)) {
            throw new Refusal(
                    EpisodeRule.AWAITED_UNTIL_TODAY,
                    "Their first day was to be %s, and today is %s.".formatted(from, today),
                    List.of(new FieldError("/awaitedUntil", "%s to %s".formatted(earliest, today))));
        }
    }

    /** What frees their seats elsewhere. */
    EpisodeDischarged said(PatientId patient, EpisodeId episode, Instant now) {
        return new EpisodeDischarged(patient, episode, until, null, null, now);
    }
}
