package org.stepwell.enrollment.episode;

import org.stepwell.platform.problem.Rule;

enum EpisodeRule implements Rule {
    TREATMENT_CONSENT_REQUIRED("A patient is admitted only with signed consent to treatment."),
    SCREENING_REQUIRED("A patient is admitted only after a screening, not more than thirty days before."),
    HARD_STOP_OPEN("Nobody is admitted while a hard stop, or one that takes a medical license, is open."),
    SOFT_STOP_OPEN("Nobody is admitted over a soft stop that nobody resolved or overrode."),
    SAFETY_FLAG_OPEN("Nobody is admitted or discharged while a safety flag stands."),
    ONE_OPEN_EPISODE("A patient has one open episode at a time."),
    EPISODE_GOES_FORWARD("An episode goes from waiting to admitted to discharged, and a discharged one stays so."),
    TEAM_OF_AN_EARLIER_EPISODE("The care team that counts is the one of the patient's latest episode."),
    COLLEAGUE_UNKNOWN("A care team is made of the clinic's active staff."),
    EACH_COLLEAGUE_ONCE("A care team names each colleague once.", 400),
    ALREADY_ON_HOLD("Whoever is away comes back before they are away again."),
    NOT_ON_HOLD("Only somebody who is away comes back."),
    HOLD_BEGINS_NEAR(
            "A hold begins at most thirty days ago and a week ahead, while the patient is in and was not away before.",
            400),
    HOLD_IS_SHORT("A hold takes at most sixty days, and is expected to last until today at least.", 400),
    SEATS_KEPT_WHILE_AWAY("Seats are kept for some or all of the days of a hold.", 400),
    SEATS_WERE_GIVEN_BACK("Seats that were given back are not kept any more."),
    BACK_WHILE_ON_HOLD("Whoever was away is back on a day since then, at most a week ahead.", 400),
    BACK_BEFORE_TRACK_CHANGES("Whoever is away comes back before they change the track."),
    ANOTHER_TRACK("A change of the track is to another one.", 400),
    ANOTHER_LEVEL("A change of level is to another one.", 400),
    PROGRAM_GIVES_LEVEL("Whoever goes to another level here goes to a program that gives it.", 400),
    TRACK_CHANGES_AHEAD("The track changes today or in the next two weeks, and not before the first day.", 400),
    ONLY_AN_ENDING_IS_CORRECTED("Only of a discharged episode it is corrected how it ended."),
    EPISODES_DO_NOT_OVERLAP("An episode ends before the patient's next one begins, or on that day.", 400),
    TARGET_END_MOVES_ON("A treatment that goes on is meant to end later than before, at most ninety days ahead.", 400),
    PROGRAM_FITS_AGE("Those younger than eighteen are in programs of their own, and nobody else is."),
    ADMISSION_IS_NEAR("An admission starts at most two years ago and sixty days ahead.", 400),
    PREVIOUS_EPISODE_IS_OVER("An episode follows a discharged one of the same patient.", 400),
    UNKNOWN_TRACK("An episode is in a track of its program.", 400),
    PRIMARY_CLINICIAN_REQUIRED("A care team has one primary clinician.", 400),
    ACCEPTED_NEXT_STEP_REQUIRED("Nobody is discharged without a dated next step that was accepted, or a coded waiver."),
    WAIVER_FITS_REASON("A waiver goes with the one reason of discharge it is for.", 400),
    LAST_DAY_TOO_FAR_AHEAD("A discharge is recorded when its last day is at most a week ahead.", 400),
    DISCHARGE_IS_PLANNED_NEAR(
            "A discharge is planned for the day that the treatment is meant to end, or for ninety days ahead at most.",
            400),
    LAST_DAY_BEFORE_START("An episode ends on or after the day it starts.", 400),
    LAST_DAY_AFTER_LAST_VISIT("An episode ends on or after the last day on which the patient was here.", 400),
    NOT_REACHED_SINCE_LAST_VISIT("Whoever is not reached any more left on the last day they were here.", 400),
    WAS_HERE("Only of somebody who was in no session it is said that they never came."),
    AWAITED_UNTIL_TODAY(
            "Whoever never came was expected until today at most, and not less than until the day before their first.",
            400);

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
