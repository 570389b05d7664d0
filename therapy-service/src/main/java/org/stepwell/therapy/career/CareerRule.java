package org.stepwell.therapy.career;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to what is recorded of a patient's work and school. */
enum CareerRule implements Rule {
    WORK_STATUS_OF_A_DAY_IN_THE_PROGRAM("How a patient stands to work is told of a day in the program that came.", 400),
    NOT_IN_LABOR_FORCE_SAYS_AS_WHAT("Whoever is not in the labor force says as what, and nobody else does.", 400),
    CAREER_GOAL_FOR_A_DAY_TO_COME("A goal is set for today or a day to come.", 400),
    CAREER_GOAL_IS_OPEN(
            "A goal is changed while it is open; one that is reached or given up is opened again first.", 409),
    SKILLS_OF_A_DAY_IN_THE_PROGRAM("Skills were worked on on a day in the program that came.", 400),
    SKILLS_OF_A_SESSION_OR_A_DAY("Skills are recorded of a session, which has its day, or of a day.", 400),
    SKILLS_WHERE_THEY_WERE("Skills are recorded of a session that the patient was at, in this episode.", 409),
    BARRIER_WAS_IN_THE_WAY("A barrier is overcome once it was in the way.", 409),
    BARRIER_IS_TOLD_ONCE("A barrier is written down once, and goes on from there.", 409);

    private final String sentence;
    private final int status;

    CareerRule(String sentence, int status) {
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
