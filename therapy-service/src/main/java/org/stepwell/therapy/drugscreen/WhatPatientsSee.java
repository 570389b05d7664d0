package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Which results a patient sees by now, on whatever page: those that somebody looked at with them, or that came some days ago. */
@Singleton
class WhatPatientsSee {

    private final ScreenSettings settings;
    private final Clock clock;

    WhatPatientsSee(ScreenSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Of the results of a screen. */
    List<ScreenResult> of(DrugScreen screen, List<ScreenResult> results) {
        var now = clock.instant();
        var reviewed = screen.reviewedAt();
        return results.stream()
                .filter(result -> {
                    var at = result.recordedAt();
                    boolean lookedAt = reviewed != null && !at.isAfter(reviewed);
                    return lookedAt || !now.isBefore(at.plus(settings.shownAfter()));
                })
                .toList();
    }
}
