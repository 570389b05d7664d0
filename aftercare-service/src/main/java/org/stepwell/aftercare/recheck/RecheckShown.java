package org.stepwell.aftercare.recheck;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.RecheckId;
import org.stepwell.platform.seal.SealedJson;

/** Shows a recheck, with what is sealed of it. */
@Singleton
class RecheckShown {

    private static final String ENDED_REASON = "recheck-ended-reason";

    private final SealedJson sealed;

    RecheckShown(SealedJson sealed) {
        this.sealed = sealed;
    }

    RecheckView view(Recheck recheck) {
        var reason = recheck.endedReason();
        return RecheckView.of(
                recheck,
                reason == null ? null : sealed.open(ENDED_REASON, recheck.id().value(), reason, String.class));
    }

    @Nullable
    String sealed(RecheckId recheck, @Nullable String reason) {
        return reason == null || reason.isBlank() ? null : sealed.seal(ENDED_REASON, recheck.value(), reason);
    }
}
