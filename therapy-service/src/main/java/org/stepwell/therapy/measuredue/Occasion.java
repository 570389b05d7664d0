package org.stepwell.therapy.measuredue;

/** When a questionnaire is to be answered; days count from the first day of the episode. */
enum Occasion {
    WEEKLY(7),
    DAY_30(30),
    DAY_60(60),
    DAY_90(90),
    /** Some days before the day for which a discharge is planned. */
    PLANNED_DISCHARGE(0),
    /** A thought of death or self-harm was named: the same day; no schedule asks for it. */
    SUICIDE_ITEM(0);

    private final int days;

    Occasion(int days) {
        this.days = days;
    }

    /** After how many days from the first; none where something else has to happen. */
    int days() {
        return days;
    }
}
