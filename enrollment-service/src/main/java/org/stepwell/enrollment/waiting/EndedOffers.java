package org.stepwell.enrollment.waiting;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.OfferId;
import org.stepwell.enrollment.episode.PassedOver;
import org.stepwell.enrollment.episode.WaitingFor;
import org.stepwell.enrollment.episode.WaitingLine;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** How an offer ends without an answer: its time is over, whoever waited is in, or waits no more. */
@Singleton
class EndedOffers implements DueDoor, WaitingLine {

    static final String KIND = "offer-expires";

    private static final Duration WITHIN = Duration.ofDays(1);

    private static final TaskKind EXPIRED = new TaskKind(
            "offer-expired",
            "Nobody answered to an offered place in time: call once more, or offer it to whoever is next.",
            List.of(Role.INTAKE, Role.SUPERVISOR),
            WITHIN,
            true);

    private final Offers offers;
    private final Places places;
    private final WaitingList line;
    private final Tasks tasks;
    private final Due due;

    EndedOffers(Offers offers, Places places, WaitingList line, Tasks tasks, Due due) {
        this.offers = offers;
        this.places = places;
        this.line = line;
        this.tasks = tasks;
        this.due = due;
    }

    @Produces
    @Singleton
    static TaskKind expired() {
        return EXPIRED;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var offer = offers.lockedOf(new OfferId(subject));
        if (offer.isOpen()) {
            offer.expire(dueAt);
            tasks.open(
                    new Tasks.Cause(EXPIRED, offer.id(), offer.patient(), offer.episode(), dueAt),
                    null,
                    dueAt.plus(WITHIN));
        }
    }

    /** Whoever has an offer takes their own place; everybody else one that nobody was promised, in turn. */
    @Override
    public void admitted(EpisodeId episode, WaitingFor place, @Nullable PassedOver passedOver, Instant now) {
        var count = places.count(place, episode);
        var own = offers.lockedKeptFor(episode);
        if (own.isEmpty()) {
            mustNotBePromised(count);
            passingOver(episode, place, passedOver, now).ifPresent(offer -> {
                offers.persistAndFlush(offer);
                line.passedOver(episode, offer.id(), place);
            });
        }
        own.filter(Offer::isOpen).ifPresent(offer -> {
            offer.accept(now);
            answered(offer);
        });
    }

    @Override
    public void moved(EpisodeId episode, WaitingFor place) {
        mustNotBePromised(places.count(place, episode));
    }

    private static void mustNotBePromised(Places.Count count) {
        if (count.known() && count.kept() > 0 && count.free() <= count.kept() + count.coming()) {
            throw new Refusal(
                    OfferRule.PLACE_IS_PROMISED,
                    "%d places are free, %d are kept for others, and %d are on their way. Withdraw an offer first, or choose another track."
                            .formatted(count.free(), count.kept(), count.coming()));
        }
    }

    /** Out of turn, a place is taken as if it had been offered so: the line shows who was passed over, and why. */
    private Optional<Offer> passingOver(
            EpisodeId episode, WaitingFor place, @Nullable PassedOver passedOver, Instant now) {
        if (line.next(place).filter(episode::equals).isPresent()) {
            return Optional.empty();
        }
        if (passedOver == null) {
            throw MakeOffer.outOfTurn();
        }
        var offer = new Offer(
                new OfferId(Uuid7.next()), episode, place.patient(), now.plus(MakeOffer.USUALLY), passedOver, now);
        offer.accept(now);
        return Optional.of(offer);
    }

    @Override
    public void withdrawn(EpisodeId episode, Instant now) {
        offers.lockedKeptFor(episode).ifPresent(offer -> {
            offer.withdraw(now);
            answered(offer);
        });
    }

    /** Its time does not matter any more. */
    void answered(Offer offer) {
        due.cancel(KIND, offer.id());
    }
}
