package org.stepwell.therapy.plan;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a treatment plan. */
enum PlanRule implements Rule {
    PLANNED_WHILE_IN("A plan is written and signed while the patient is in the program.", 409),
    ONE_DRAFT_AT_A_TIME("An episode has one draft of a plan at a time.", 409),
    DRAFT_COMES_FIRST("A plan is signed once there is a draft of it.", 409),
    PLAN_IS_COMPLETE(
            "A plan is signed when each problem has a goal, each goal an objective, an intervention and which of the eight"
                    + " goals of the program it serves, each objective a measure, a baseline, a target and a date that"
                    + " comes, each intervention somebody who works here and has the credentials for it, an"
                    + " objective is still open, each diagnosis is one that the patient has, and what became of each"
                    + " open objective of the plan in force is said anew.",
            409),
    OBJECTIVE_IS_OF_THE_EPISODE(
            "An objective that a plan names by an id is one of the same episode's plans, and stands in it once.", 400),
    PLAN_IS_APPROVED_BY_ANOTHER(
            "A plan whose clinician does not practise independently is approved by somebody else who does.", 409),
    CLINICIAN_SIGNS_ONCE(
            "A clinician signs a plan once, and no approval is needed where they practise independently.", 409),
    CLINICIAN_SIGNS_FIRST("The patient is asked for a signature once a clinician has signed.", 409),
    PATIENT_IS_ASKED_ONCE("What the patient said to a plan is recorded once.", 409),
    ANSWER_SAYS_HOW(
            "Patients sign in their own account; what they signed on paper or declined, the staff record with the"
                    + " reason.",
            400),
    RECORDED_BY_WHO_READS_PLANS(
            "What a patient said to a plan is recorded by the patient, or by staff who read plans: the care team,"
                    + " supervisors.",
            403),
    PLAN_IS_LOCKED("A signed plan is not changed; the next version supersedes it.", 409);

    private final String sentence;
    private final int status;

    PlanRule(String sentence, int status) {
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
