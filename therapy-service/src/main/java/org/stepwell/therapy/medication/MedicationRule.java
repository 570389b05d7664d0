package org.stepwell.therapy.medication;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to what is ordered or recorded of a medication, beside what the checks say. */
enum MedicationRule implements Rule {
    PRODUCT_OF_THE_FORMULARY("A medication is ordered by the code of a product in the formulary.", 400),
    METHADONE_COMES_FROM_AN_OTP(
            "Methadone for opioid use disorder comes from an opioid treatment program (42 CFR 8): here it is recorded as taken"
                    + " elsewhere, not ordered.",
            409),
    ORDER_FITS_THE_PRODUCT("An order says an indication and a frequency that its product is for.", 400),
    ORDERED_FOR_DAYS_AHEAD(
            "An order begins in the program, thirty days ahead at the latest, and ends within two years, not before it"
                    + " begins.",
            400),
    ORDERED_WHILE_IN("Medication is ordered while the patient is in the program.", 409),
    CHECKS_ASK("An order says what the checks of its product ask.", 400),
    WARNINGS_ARE_ANSWERED("What the checks warn of is overridden with a reason, each by itself, or not ordered.", 409),
    ORDER_IS_WRITTEN_ONCE("Only a draft of an order is changed; what was ordered is stopped, or replaced.", 409),
    ORDER_GOES_FORWARD("An order goes from one status to the next, and not back.", 409),
    REPLACES_FROM_TODAY_ON(
            "An order that replaces another one begins today or before: the other ends today, and there would be days with neither.",
            400),
    REPLACES_WHAT_IS_TAKEN("An order replaces one of the same patient that is active or on hold.", 409),
    DOSE_OF_WHAT_WAS_ORDERED(
            "A dose is recorded of an order that was active at the time, which has come; after it ended, for the time"
                    + " before.",
            400),
    NOTHING_IS_GIVEN_ON_HOLD("No dose is recorded for a time at which its order was on hold.", 409),
    DOSE_SAYS_HOW(
            "An injection that was given has a site, a supply has days, and nothing else has either; only what is injected"
                    + " has a lot.",
            400),
    INJECTION_GIVEN_ONCE_A_DAY("An injection of an order is given once on a day.", 409),
    INJECTION_IN_ITS_WINDOW("An injection is given while its window is open, not sooner and not later.", 409),
    TAKEN_ELSEWHERE_SINCE_A_DAY_THAT_CAME(
            "What is taken elsewhere is taken since today or a day before, and ends later.", 400),
    METHADONE_NAMES_ITS_PROGRAM("Whoever records methadone names the program that gives it.", 400),
    RECORD_IS_STRUCK("What was entered in error does not change any more.", 409),
    PDMP_CHECKED_IN_THE_PROGRAM("A monitoring program was looked at in the stay, at a time that came.", 400),
    ADHERENCE_OF_DAYS("Adherence is looked at from a day to a later one, a year at the longest.", 400);

    private final String sentence;
    private final int status;

    MedicationRule(String sentence, int status) {
        this.sentence = sentence;
        this.status = status;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public int status() {
        return status;
    }
}
