package org.stepwell.contracts.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.Publisher;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;

/** What all services say about disclosures; each numbers its own, so the key names the service. */
@Publisher("privacy")
@Topic("stepwell.privacy")
public sealed interface PrivacyEvent extends Event {

    /** The service that speaks, such as {@code therapy}. */
    String service();

    PatientId patient();

    @Override
    default String key() {
        return service() + ":" + patient();
    }

    /** A service applied a version of a patient's consents; from {@code at} on, in wall time, it acts by it. */
    @Wire("consent-applied.v1")
    record ConsentApplied(String service, PatientId patient, long version, Instant at) implements PrivacyEvent {}

    /**
     * Somebody asked to disclose something, and was answered.
     *
     * @param basis by what right it was asked
     * @param told sealed: name and address of whoever was told, where the consent names a class of them
     * @param consent the consent that allowed it, or null where it was refused or rests on something else
     * @param authority the break-glass, agreement or order it was asked under, where that is no consent
     * @param refusal the rule that refused it, or null where it was allowed
     * @param notice the version of the notice that accompanied it where a consent allowed it, 42 CFR 2.32
     * @param at wall time
     */
    @Wire("disclosure-made.v1")
    record DisclosureMade(
            String service,
            UUID disclosure,
            PatientId patient,
            Recipient recipient,
            @Nullable String told,
            DisclosurePurpose purpose,
            List<DataCategory> categories,
            Channel channel,
            boolean permitted,
            DisclosureBasis basis,
            @Nullable ConsentId consent,
            @Nullable UUID authority,
            @Nullable String refusal,
            @Nullable String notice,
            Instant at)
            implements PrivacyEvent {

        /** How it leaves the house. */
        public enum Channel {
            PHONE,
            IN_PERSON,
            LETTER,
            FAX,
            SECURE_MESSAGE,
            PORTAL,
            API,
            /** A secret link was opened by whoever holds it. */
            LINK
        }
    }
}
