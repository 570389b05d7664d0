package org.stepwell.enrollment.waiting;

import org.stepwell.platform.problem.Rule;

enum OfferRule implements Rule {
    OFFERED_TO_WHO_WAITS("A place is offered to somebody who waits for it.", 409),
    ONE_OPEN_OFFER("Whoever waits has one offer at a time.", 409),
    NO_PLACE_FREE("A place is offered once: as many as scheduling has free.", 409),
    OFFERED_IN_TURN("A place is offered to whoever is next, or it is said why others are passed over.", 409),
    ANSWERED_IN_DUE_TIME("Whoever is offered a place has an hour at least and two weeks at most.", 400),
    OFFER_IS_OVER("An offer is answered once, and in time.", 409),
    PLACE_IS_PROMISED("A place that was offered to somebody is not given to somebody else.", 409);

    private final String sentence;
    private final int status;

    OfferRule(String sentence, int status) {
        this.sentence = sentence;
        this.status = status;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public int status() {
        return status;
    }
}
