package org.stepwell.platform.problem;

/** Trouble that passes by itself: a request is answered with 503, a listener or timer tries again. */
public abstract class PassingTrouble extends RuntimeException {

    private final String detail;

    protected PassingTrouble(String detail) {
        super(detail);
        this.detail = detail;
    }

    /** What is missing, in words for whoever waits. */
    public String detail() {
        return detail;
    }
}
