package org.stepwell.enrollment.payer;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a payer, by the day of service: a new year's rates leave the old year's days as they were.
 *
 * @param all oldest first; at least one
 */
public record Contract(List<Since> all) {

    /**
     * Terms and from which day of service they hold, until the next ones do.
     *
     * @param from missing where they hold from the beginning
     */
    @Schema(name = "BillingTermsSince")
    record Since(
            @Schema(examples = "2026-01-01") @Nullable LocalDate from,
            @NotNull BillingTerms terms) {}

    static Contract of(@Nullable LocalDate from, BillingTerms terms) {
        return new Contract(List.of(new Since(from, terms)));
    }

    /** Those of a day; the oldest, where none held yet. */
    public BillingTerms on(LocalDate day) {
        return all.reversed().stream()
                .filter(since -> holds(since, day))
                .findFirst()
                .orElseGet(all::getFirst)
                .terms();
    }

    /** The days from which other terms hold than before. */
    public List<LocalDate> changes() {
        return all.stream().map(Since::from).filter(Objects::nonNull).toList();
    }

    /** Those that were agreed last. */
    Since latest() {
        return all.getLast();
    }

    /**
     * With other terms.
     *
     * @param from from which day on, whatever was said for later days; missing where the last ones were written down wrongly
     */
    Contract with(@Nullable LocalDate from, BillingTerms terms) {
        var since = from == null ? latest().from() : from;
        var before = since == null ? Stream.<Since>empty() : all.stream().filter(one -> holds(one, since.minusDays(1)));
        return new Contract(
                Stream.concat(before, Stream.of(new Since(since, terms))).toList());
    }

    private static boolean holds(Since since, LocalDate day) {
        return since.from() == null || !since.from().isAfter(day);
    }
}
