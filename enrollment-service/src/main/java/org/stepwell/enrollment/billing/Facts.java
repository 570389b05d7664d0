package org.stepwell.enrollment.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.enrollment.billing.Claims.AsSent;
import org.stepwell.enrollment.billing.Claims.Certified;
import org.stepwell.enrollment.billing.Claims.Cover;
import org.stepwell.enrollment.billing.Claims.Sent;
import org.stepwell.enrollment.coverage.AttendedDay;

/**
 * What is known of a patient, so that lines of claims can be made of it.
 *
 * @param admitted the first day of each episode
 * @param sent each line that went to a payer
 */
record Facts(
        List<AttendedDay> days,
        List<Cover> covers,
        Signed.Notes notes,
        List<Certified> certified,
        List<Diagnosed> diagnoses,
        Map<EpisodeId, LocalDate> admitted,
        Map<Sent, AsSent> sent) {

    /** The days on which somebody attended, or of which a payer has something. */
    List<LocalDate> daysAmong(LocalDate from, LocalDate to) {
        var billed = sent.keySet().stream()
                .filter(one -> has(one.coverage(), one.day()) != null)
                .map(Sent::day);
        return Stream.concat(days.stream().map(AttendedDay::day), billed)
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .distinct()
                .sorted()
                .toList();
    }

    /** What the payer has of a day: nothing where it was voided, as if it had never been sent. */
    @Nullable
    AsSent has(CoverageId coverage, LocalDate day) {
        var told = sent.get(new Sent(coverage, day));
        return told == null || told.units() == 0 ? null : told;
    }

    int told(CoverageId coverage, LocalDate day) {
        var told = sent.get(new Sent(coverage, day));
        return told == null ? 0 : told.told();
    }
}
