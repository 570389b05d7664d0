package org.stepwell.platform.event;

import org.stepwell.platform.problem.Rule;

/** Why a replay is refused. */
enum EventRule implements Rule {
    STILL_UNREADABLE("A parked record is replayed once this release can read it."),
    STILL_FAILS("A parked record is replayed once the listener can apply it."),
    NUMBER_MISSING("A replay goes on without a missing number only where it is told to."),
    NEWER_STATE_MISSING("A state is passed over only where a newer one waits behind it."),
    NO_SUCH_LISTENER("A replay names one of this service's listeners.");

    private final String sentence;

    EventRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
