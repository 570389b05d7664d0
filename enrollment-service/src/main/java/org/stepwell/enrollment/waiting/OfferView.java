package org.stepwell.enrollment.waiting;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.OfferId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.episode.PassedOver;

/** A place that was offered, until when it is kept, and the answer. */
@Schema(name = "OfferView")
record OfferView(
        OfferId id,
        EpisodeId episode,
        PatientId patient,
        Offer.Status status,
        Instant madeAt,
        Instant answerBy,
        @Nullable PassedOver passedOver,
        Offer.@Nullable Refused refused,
        @Nullable Instant endedAt) {

    static OfferView of(Offer offer) {
        return new OfferView(
                offer.id(),
                offer.episode(),
                offer.patient(),
                offer.status(),
                offer.madeAt(),
                offer.answerBy(),
                offer.passedOver(),
                offer.refused(),
                offer.endedAt());
    }
}
