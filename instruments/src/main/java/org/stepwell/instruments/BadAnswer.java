package org.stepwell.instruments;

/** An answer the questionnaire does not have; names the item, and says what to send instead. */
public final class BadAnswer extends RuntimeException {

    private final String item;
    private final String advice;

    BadAnswer(String item, String advice) {
        super(advice);
        this.item = item;
        this.advice = advice;
    }

    /** The label of the item that was answered wrongly, or not at all. */
    public String item() {
        return item;
    }

    /** One sentence for the person who sent the answer. */
    public String advice() {
        return advice;
    }
}
