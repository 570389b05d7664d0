package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;

/** The screens of a stay as coded rows, for whoever looks at its course. */
@Singleton
public class Screens {

    private final DrugScreens screens;
    private final WhatPatientsSee seen;

    Screens(DrugScreens screens, WhatPatientsSee seen) {
        this.screens = screens;
        this.seen = seen;
    }

    /**
     * One analyte of a screen by what counts, or a screen that has no results.
     *
     * @param status such as PRESUMPTIVE, CONFIRMED, REFUSED or MISSED
     * @param analyte null where the screen has no results
     * @param expected by what was taken on prescription, or explained by it in the review
     */
    public record Row(
            UUID screen,
            LocalDate day,
            String status,
            @Nullable String analyte,
            boolean confirmed,
            boolean detected,
            boolean expected) {

        /** Whether it was found, and nobody expected it. */
        public boolean isUnexpected() {
            return detected && !expected;
        }
    }

    /**
     * Those of a stay, oldest first.
     *
     * @param toPatient whether the patient reads of it: then a screen has the results alone that they are shown by now
     */
    public List<Row> of(EpisodeId episode, boolean toPatient) {
        var all = screens.all(episode);
        var results = screens.resultsBy(all);
        return all.stream()
                .flatMap(screen -> {
                    var found = results.getOrDefault(screen.id(), List.of());
                    return rows(WhatCounts.of(screen, toPatient ? seen.of(screen, found) : found));
                })
                .toList();
    }

    private static Stream<Row> rows(WhatCounts counting) {
        var screen = counting.screen();
        if (counting.all().isEmpty()) {
            return Stream.of(row(screen, null, false, false, true));
        }
        return counting.all().stream()
                .map(result -> row(
                        screen,
                        result.analyte(),
                        result.kind() == ResultKind.CONFIRMED,
                        result.detected(),
                        !result.detected() ? result.expected() : !counting.isUnexpected(result)));
    }

    private static Row row(
            DrugScreen screen, @Nullable String analyte, boolean confirmed, boolean detected, boolean expected) {
        return new Row(
                screen.id().value(), screen.day(), screen.status().name(), analyte, confirmed, detected, expected);
    }
}
