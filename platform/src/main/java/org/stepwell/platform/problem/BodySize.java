package org.stepwell.platform.problem;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** How large a body may be, and how much of a larger one is still taken so that its sender reads the answer. */
public final class BodySize {

    /** What every operation takes at most that does not say otherwise. */
    public static final int BYTES_MAX = 1 << 20;

    /** What is dropped of a larger one at most. */
    public static final int DROPPED_BYTES_MAX = 16 << 20;

    /** How long dropping takes at most. */
    public static final long DROPPING_MILLIS_MAX = 5_000;

    /** What to do about it. */
    public static final String ADVICE = "Send less, in several requests where needed.";

    private static final int MEBIBYTE_SHIFT = 20;

    private BodySize() {}

    /** What an operation takes at most. */
    public static int bytesMaxOf(Method operation) {
        @Nullable LargeBody large = operation.getAnnotation(LargeBody.class);
        return large == null ? BYTES_MAX : large.mebibytes() << MEBIBYTE_SHIFT;
    }
}
