package org.stepwell.enrollment.screening;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.stepwell.enrollment.stop.Actors;
import org.stepwell.platform.seal.SealedJson;

/** Screenings as they are shown to the caller, with what stands now. */
@Singleton
class ShownScreenings {

    private final WhatStands standing;
    private final SealedJson sealed;
    private final Actors actors;

    ShownScreenings(WhatStands standing, SealedJson sealed, Actors actors) {
        this.standing = standing;
        this.sealed = sealed;
        this.actors = actors;
    }

    ScreeningView show(Screening screening) {
        return show(screening, standing.of(screening.patient()));
    }

    /** One of several of a patient, about whom this stands. */
    ScreeningView show(Screening screening, Standing now) {
        return ScreeningView.of(screening, now, reason(screening));
    }

    private @Nullable String reason(Screening screening) {
        var decision = screening.decision();
        return decision == null || decision.reason() == null || !actors.callerReadsReasons()
                ? null
                : sealed.open(DecideLevel.PART, screening.id().value(), decision.reason(), String.class);
    }
}
