package org.stepwell.aftercare.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.problem.Refusal;

/**
 * A feed: under which name, from where, how it is read, and by which clinic, which alone replaces it.
 *
 * @param source where somebody says that they took it from
 * @param schedule where it is fetched from by itself, if it is
 * @param failures how often in a row nothing could be taken
 * @param fewerExpected true where somebody said that many of its meetings are really gone
 * @param loadedAt when it was taken last, or null where it never was
 */
record LoadedFeed(
        FeedId id,
        String slug,
        int version,
        ClinicId owner,
        String name,
        @Nullable String source,
        FeedFormat format,
        FeedDefaults defaults,
        @Nullable Schedule schedule,
        int failures,
        boolean fewerExpected,
        @Nullable Instant loadedAt) {

    /**
     * Where and how often it is fetched, and what the server called what it sent last.
     *
     * @param etag the ETag of what was stored last
     * @param lastModified its Last-Modified
     */
    record Schedule(
            String url,
            int everyHours,
            @Nullable String etag,
            @Nullable String lastModified) {}

    /** Only the owner replaces it. */
    void mustBeOf(ClinicId clinic) {
        if (!owner.equals(clinic)) {
            throw new Refusal(
                    MeetingRule.FEED_OF_ANOTHER_CLINIC,
                    "Another clinic of this deployment loads %s. Choose another slug.".formatted(slug));
        }
    }

    /** Only the owner replaces it, and only the version they saw. */
    void mustBeReplaceable(ClinicId clinic, @Nullable IfMatch condition) {
        mustBeOf(clinic);
        IfMatch.require(condition, version);
    }
}
