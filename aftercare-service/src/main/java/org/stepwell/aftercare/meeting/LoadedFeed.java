package org.stepwell.aftercare.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.problem.Refusal;

/** A feed that was loaded: under which name, from where, and by which clinic, which alone replaces it. */
record LoadedFeed(
        String slug,
        int version,
        ClinicId owner,
        String name,
        @Nullable String source,
        Instant loadedAt) {

    /** Only the owner replaces it, and only the version they saw. */
    void mustBeReplaceable(ClinicId clinic, @Nullable IfMatch condition) {
        if (!owner.equals(clinic)) {
            throw new Refusal(
                    MeetingRule.FEED_OF_ANOTHER_CLINIC,
                    "Another clinic of this deployment loads %s. Choose another slug.".formatted(slug));
        }
        IfMatch.require(condition, version);
    }
}
