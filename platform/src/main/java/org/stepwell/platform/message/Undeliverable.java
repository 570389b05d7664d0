package org.stepwell.platform.message;

/**
 * A message that nobody takes, however often it is sent: there is no such mailbox or number. It says neither which nor whose.
 */
public final class Undeliverable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Undeliverable(String why) {
        super(why);
    }
}
