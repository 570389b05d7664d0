package org.stepwell.suite;

/** Something a person can put right; its message says what and how, and is shown without a stack trace. */
public final class Trouble extends RuntimeException {
    /** Says what is wrong and what to do. */
    public Trouble(String message) {
        super(message);
    }

    /** The same, with what caused it for the log. */
    public Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
