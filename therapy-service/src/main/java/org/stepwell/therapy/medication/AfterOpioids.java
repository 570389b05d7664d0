package org.stepwell.therapy.medication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.therapy.medication.OrderInputs.LastOpioid;

/**
 * Holds the days since the last opioid against naltrexone: the opioid that the prescriber says, and those that the record knows. What
 * is said can not be older than what is known; longer ago than any check asks, nobody is held to it.
 */
final class AfterOpioids {

    private static final int DAYS_AFTER_SHORT_STOPS = 7;
    private static final int DAYS_AFTER_SHORT_WARNS = 10;
    private static final int DAYS_AFTER_LONG_STOPS = 10;
    private static final int DAYS_AFTER_LONG_WARNS = 14;

    /** So many days after any opioid nothing is held against naltrexone any more. */
    static final int DAYS_MAX = DAYS_AFTER_LONG_WARNS;

    private final OrderInputs inputs;
    private final List<OpioidUse> known;
    private final LocalDate today;

    AfterOpioids(OrderInputs inputs, List<OpioidUse> known, LocalDate today) {
        this.inputs = inputs;
        this.known = known;
        this.today = today;
    }

    /** What it finds: what stops before what warns. */
    Optional<Finding> finding() {
        return Stream.concat(known.stream(), said().stream())
                .flatMap(use -> tooSoon(use).stream())
                .min(Comparator.comparing(Finding::grade));
    }

    /** What it asks; where it is stopped anyway, not for another day. */
    Optional<FieldError> ask() {
        var kind = inputs.lastOpioid();
        var on = inputs.lastOpioidOn();
        if (kind == null) {
            return asks("lastOpioid", "Say which kind of opioid the patient used last; NONE where they never did.");
        }
        if (kind != LastOpioid.NONE && (on == null || on.isAfter(today))) {
            return asks("lastOpioidOn", "Say on which day they used it last, %s at the latest.".formatted(today));
        }
        return laterThan(kind == LastOpioid.NONE ? null : on)
                .filter(_ -> finding()
                        .filter(one -> one.grade() == Check.Grade.STOPS)
                        .isEmpty())
                .flatMap(day -> asks(
                        "lastOpioidOn",
                        "The record knows of an opioid on %s. Say a day no earlier, or correct the record."
                                .formatted(day)));
    }

    private Optional<LocalDate> laterThan(@Nullable LocalDate said) {
        return known.stream()
                .filter(use -> tooSoon(use).isPresent())
                .map(OpioidUse::on)
                .max(LocalDate::compareTo)
                .filter(day -> said == null || day.isAfter(said));
    }

    private Optional<OpioidUse> said() {
        var kind = inputs.lastOpioid();
        var on = inputs.lastOpioidOn();
        return kind == null || kind == LastOpioid.NONE || on == null || on.isAfter(today)
                ? Optional.empty()
                : Optional.of(new OpioidUse(on, kind == LastOpioid.LONG_ACTING));
    }

    private Optional<Finding> tooSoon(OpioidUse use) {
        long days = ChronoUnit.DAYS.between(use.on(), today);
        var detail = "It is %d days since %s%s."
                .formatted(days, use.on(), known.contains(use) ? ", as the record knows" : "");
        if (days < (use.lasts() ? DAYS_AFTER_LONG_STOPS : DAYS_AFTER_SHORT_STOPS)) {
            return Optional.of(Check.NALTREXONE_SEVEN_DAYS_AFTER_OPIOIDS.finds(detail));
        }
        return days < (use.lasts() ? DAYS_AFTER_LONG_WARNS : DAYS_AFTER_SHORT_WARNS)
                ? Optional.of(Check.NALTREXONE_TEN_DAYS_AFTER_OPIOIDS.finds(detail))
                : Optional.empty();
    }

    private static Optional<FieldError> asks(String field, String advice) {
        return Optional.of(new FieldError("/inputs/" + field, advice));
    }
}
