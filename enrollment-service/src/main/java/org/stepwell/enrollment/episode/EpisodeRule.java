package org.stepwell.enrollment.episode;

import org.stepwell.platform.problem.Rule;

enum EpisodeRule implements Rule {
    TREATMENT_CONSENT_REQUIRED("A patient is admitted only with signed consent to treatment."),
    SCREENING_REQUIRED("A patient is admitted only after a screening."),
    HARD_STOP_OPEN("Nobody is admitted while a hard stop is open."),
    ONE_OPEN_EPISODE("A patient has one open episode at a time."),
    EPISODE_GOES_FORWARD("An episode goes from waiting to admitted to discharged, and a discharged one stays so."),
    EPISODE_IS_OVER("The care team of an episode changes while it is open."),
    UNKNOWN_TRACK("An episode is in a track of its program.", 400),
    PRIMARY_CLINICIAN_REQUIRED("A care team has one primary clinician.", 400),
    ACCEPTED_NEXT_STEP_REQUIRED("Nobody is discharged without a dated next step that was accepted, or a coded waiver."),
    LAST_DAY_BEFORE_START("An episode ends on or after the day it starts.", 400);

    private final String sentence;
    private final int status;

    EpisodeRule(String sentence) {
        this(sentence, 409);
    }

    EpisodeRule(String sentence, int status) {
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
