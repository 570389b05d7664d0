package org.stepwell.therapy.trend;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.MeasureId;

/**
 * What came out of a questionnaire at a time.
 *
 * @param service which took it
 * @param total null where too many answers were missing, or it has none
 */
public record Point(
        MeasureId measure,
        String service,
        String instrument,
        Instant takenAt,
        @Nullable Integer total,
        @Nullable String band,
        List<Subscale> parts) {}
