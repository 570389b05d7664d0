package org.stepwell.enrollment.waiting;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.OfferId;
import org.stepwell.enrollment.episode.PassedOver;
import org.stepwell.enrollment.episode.WaitingFor;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.Due;

/** Offers a free place to whoever is next. */
@Singleton
class MakeOffer {

    static final Duration USUALLY = Duration.ofDays(2);

    private final Offers offers;
    private final Places places;
    private final WaitingList line;
    private final Due due;

    MakeOffer(Offers offers, Places places, WaitingList line, Due due) {
        this.offers = offers;
        this.places = places;
        this.line = line;
        this.due = due;
    }

    /** The episode is locked, and waits. */
    Offer make(
            EpisodeId episode,
            WaitingFor place,
            @Nullable Instant answerBy,
            @Nullable PassedOver passedOver,
            Instant now) {
        var count = places.count(place, episode);
        if (count.free() <= count.kept() + count.coming()) {
            throw new Refusal(
                    OfferRule.NO_PLACE_FREE,
                    count.known()
                            ? "%d places are free, and %d are kept for others."
                                    .formatted(count.free(), count.kept() + count.coming())
                            : "Scheduling has not said yet how many places there are.");
        }
        boolean inTurn = line.next(place).filter(episode::equals).isPresent();
        if (!inTurn && passedOver == null && offers.lockedKeptFor(episode).isEmpty()) {
            throw outOfTurn();
        }
        var offer = new Offer(
                new OfferId(Uuid7.next()),
                episode,
                place.patient(),
                answerBy == null ? now.plus(USUALLY) : answerBy,
                inTurn ? null : passedOver,
                now);
        offers.persistAndFlush(offer);
        if (!inTurn) {
            line.passedOver(episode, offer.id(), place);
        }
        due.at(EndedOffers.KIND, offer.id(), offer.answerBy());
        return offer;
    }

    static Refusal outOfTurn() {
        return new Refusal(
                OfferRule.OFFERED_IN_TURN,
                "Somebody else is next (see the waiting list). Offer it to them, or say why they are passed over.",
                List.of(new FieldError("/passedOver", "why those before are passed over")));
    }
}
