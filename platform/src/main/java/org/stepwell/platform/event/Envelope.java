package org.stepwell.platform.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;

/**
 * What travels around an event in Kafka headers (CloudEvents 1.0, binary mode).
 *
 * @param sequence the number of this event among those of its key, from 1, without gaps
 * @param causation the event that led to this one, or null where a person did
 */
public record Envelope(
        UUID id,
        String type,
        String source,
        Instant time,
        ClinicId clinic,
        long sequence,
        String actor,
        @Nullable UUID causation,
        @Nullable String traceparent) {}
