package org.stepwell.therapy.drugscreen;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a drug screen. */
enum ScreenRule implements Rule {
    SCREENED_WHILE_IN(
            "A drug screen is ordered, and random ones are planned, while the patient is in the program.", 409),
    SCREEN_NAMES_ANALYTES(
            "A drug screen is of a panel and analytes of the catalogue, and of one analyte at least.", 400),
    SCREEN_GOES_FORWARD("A drug screen goes from one state to the next, and not back.", 409),
    ONE_RANDOM_SCREEN_A_DAY("On a day that was drawn, one drug screen is ordered.", 409),
    COLLECTED_ON_ITS_DAY("A specimen is collected on the day of its screen, at a time that came.", 400),
    RESULT_OF_WHAT_WAS_ORDERED("A result is of an analyte that was ordered, each once in a form.", 400),
    RESULT_IS_RECORDED_ONCE(
            "A result is recorded once for each analyte, presumptive and confirmed; another one is a correction.", 409),
    CORRECTED_ONCE_RECORDED("A result is corrected that was recorded, to the other one.", 409),
    REVIEWED_ONCE_FOUND("A drug screen is reviewed once it has results, or was refused or missed.", 409),
    EXPLAINED_IF_FOUND("What is explained by a prescription was found, and counts.", 400),
    RESULTS_ARE_REVIEWED_FIRST(
            "A patient sees their results once somebody who treats them has looked at them, or two days after they came.",
            409),
    TIMES_FIT("So many screens, so far apart, fit into the days on which the clinic is open.", 400),
    DRUG_SCREEN_PLAN_IS_SET_ONCE(
            "An episode has one plan of random screens; another replaces the one that was read.", 409);

    private final String sentence;
    private final int status;

    ScreenRule(String sentence, int status) {
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
