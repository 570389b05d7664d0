package org.stepwell.aftercare.meeting;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the meetings of a feed that say nothing else.
 *
 * @param language an ISO 639 code, or null where the meetings are in one language or another
 * @param secular true where the whole feed is of a fellowship without a spiritual program, whose meetings do not say so one by one
 */
record FeedDefaults(ZoneId zone, @Nullable String language, boolean secular) {}
