package org.stepwell.platform.problem;

/** How large a body may be, and how much of a larger one is still taken so that its sender reads the answer. */
public final class BodySize {

    /** What every operation takes at most. */
    public static final int BYTES_MAX = 1 << 20;

    /** What is dropped of a larger one at most. */
    public static final int DROPPED_BYTES_MAX = 16 << 20;

    /** How long dropping takes at most. */
    public static final long DROPPING_MILLIS_MAX = 5_000;

    /** What to do about it. */
    public static final String ADVICE = "Send less, in several requests where needed.";

    private BodySize() {}
}
