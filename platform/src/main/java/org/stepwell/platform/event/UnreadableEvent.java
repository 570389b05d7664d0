package org.stepwell.platform.event;

/** A record that is no event of ours, or of a version this release does not know. It is parked, never skipped. */
class UnreadableEvent extends Exception {

    UnreadableEvent(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
