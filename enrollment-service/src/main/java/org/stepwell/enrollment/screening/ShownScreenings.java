package org.stepwell.enrollment.screening;

import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.enrollment.stop.Actors;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.seal.SealedJson;

/** Screenings as they are shown to the caller, with what is open now. */
@Singleton
class ShownScreenings {

    private final Findings findings;
    private final SealedJson sealed;
    private final Actors actors;

    ShownScreenings(Findings findings, SealedJson sealed, Actors actors) {
        this.findings = findings;
        this.sealed = sealed;
        this.actors = actors;
    }

    ScreeningView show(Screening screening) {
        return show(screening, findings.open(screening.patient()));
    }

    /** One of several of a patient, of whom this is open. */
    ScreeningView show(Screening screening, Set<Stop> open) {
        return ScreeningView.of(screening, open, reason(screening));
    }

    private @Nullable String reason(Screening screening) {
        var decision = screening.decision();
        return decision == null || decision.reason() == null || !actors.callerReadsReasons()
                ? null
                : sealed.open(DecideLevel.PART, screening.id().value(), decision.reason(), String.class);
    }
}
