package org.stepwell.therapy.medication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.problem.Rule;

/**
 * What is held against an order: each is a sentence, and stops the order or warns. From the labels of the products (naltrexone:
 * opioid-free for 7 to 10 days, vulnerable for up to two weeks after methadone and buprenorphine; acamprosate: contraindicated at a creatinine
 * clearance of 30 mL/min or less; disulfiram: not within 12 hours of alcohol, and with full knowledge).
 */
@Schema(name = "MedicationCheck")
enum Check implements Rule {
    SAME_SUBSTANCE_IS_TAKEN(
            Grade.WARNS, "One order of a substance is active at a time, unless a prescriber says why there are two."),
    OPIOIDS_AND_NALTREXONE_APART(
            Grade.STOPS,
            "Naltrexone is not given to whoever takes buprenorphine, methadone or another opioid, and none of these to whoever"
                    + " has naltrexone: stop the one first."),
    NALTREXONE_SEVEN_DAYS_AFTER_OPIOIDS(
            Grade.STOPS,
            "Naltrexone is given seven days after the last opioid at the earliest, ten after methadone, buprenorphine or"
                    + " another that lasts long: it brings on withdrawal before."),
    NALTREXONE_TEN_DAYS_AFTER_OPIOIDS(
            Grade.WARNS,
            "Naltrexone is given ten days after the last opioid, fourteen after one that lasts long; sooner, withdrawal may still"
                    + " come."),
    LIVER_TESTS_BEFORE_NALTREXONE(Grade.WARNS, "Liver tests are noted before naltrexone is given."),
    BUPRENORPHINE_STARTED_IN_WITHDRAWAL(
            Grade.WARNS,
            "Buprenorphine is begun in withdrawal, at 8 to 12 points of COWS or more, at 12 after an opioid that lasts long:"
                    + " sooner, it brings on withdrawal."),
    ACAMPROSATE_NEEDS_KIDNEYS(
            Grade.STOPS, "Acamprosate is not given where the creatinine clearance is 30 mL/min or less."),
    ACAMPROSATE_LESS_FOR_WEAK_KIDNEYS(
            Grade.WARNS,
            "Acamprosate is given by one tablet at a time where the creatinine clearance is 31 to 50 mL/min."),
    DISULFIRAM_TWELVE_HOURS_AFTER_ALCOHOL(
            Grade.STOPS, "Disulfiram is given twelve hours after the last alcohol at the earliest."),
    DISULFIRAM_WITH_CONSENT(
            Grade.STOPS, "Disulfiram is given to whoever knows what alcohol does with it, and consents."),
    PDMP_LOOKED_AT(
            Grade.WARNS,
            "The prescription monitoring program was looked at in the last days before a controlled substance is ordered.");

    private final Grade usually;
    private final String sentence;

    Check(Grade usually, String sentence) {
        this.usually = usually;
        this.sentence = sentence;
    }

    /** Whether it stops an order, or warns of it. */
    @Schema(name = "MedicationCheckGrade")
    enum Grade {
        STOPS,
        WARNS
    }

    @Override
    public String sentence() {
        return sentence;
    }

    Finding finds(String detail) {
        return finds(usually, detail);
    }

    Finding finds(Grade grade, String detail) {
        return new Finding(this, grade, sentence, detail);
    }
}
