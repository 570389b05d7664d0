package org.stepwell.contracts.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.Publisher;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;

/**
 * What enrollment says about consents, on a compacted topic of one partition: whoever has heard a heartbeat has heard
 * every revocation before it.
 */
@Publisher("consent")
@Topic(value = "stepwell.consent", state = true)
public sealed interface ConsentEvent extends Event {

    /** The key of all heartbeats. */
    String HEARTBEAT = "register/heartbeat";

    /** All disclosures that a patient's consents open at this version; what is not listed is closed. */
    @Wire("consents-changed.v1")
    record ConsentsChanged(PatientId patient, long version, List<Opening> openings, Instant at)
            implements ConsentEvent {
        @Override
        public String key() {
            return "patient/" + patient;
        }

        /**
         * What one signed consent opens.
         *
         * @param until the first moment it is no longer in force, or null where it ends with an event
         */
        public record Opening(
                ConsentId consent,
                ConsentKind kind,
                List<Recipient> recipients,
                List<DisclosurePurpose> purposes,
                List<DataCategory> categories,
                Instant from,
                @Nullable Instant until) {

            /** True where this one stands in it by name, and not as one of a class. */
            public boolean names(Recipient asked) {
                return asked.id() != null && recipients.contains(asked);
            }
        }
    }

    /** The register is alive; {@code at} is wall time, so that a moved clock makes nobody blind. */
    @Wire("consent-heartbeat.v1")
    record ConsentHeartbeat(Instant at) implements ConsentEvent {
        @Override
        public String key() {
            return HEARTBEAT;
        }
    }
}
