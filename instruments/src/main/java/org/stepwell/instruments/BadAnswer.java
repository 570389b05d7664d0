package org.stepwell.instruments;

/** An answer the questionnaire does not have; names the item, and says what to send instead. */
public final class BadAnswer extends RuntimeException {

    private final int item;
    private final String advice;

    BadAnswer(int item, String advice) {
        super(advice);
        this.item = item;
        this.advice = advice;
    }

    /** The number of the item that was answered wrongly. */
    public int item() {
        return item;
    }

    /** One sentence for the person who sent the answer. */
    public String advice() {
        return advice;
    }
}
