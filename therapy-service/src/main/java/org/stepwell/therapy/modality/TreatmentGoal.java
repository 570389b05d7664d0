package org.stepwell.therapy.modality;

/** The eight goals of an intensive outpatient program, with what each means for whoever is in it. */
public enum TreatmentGoal {
    COMMUNICATION_SKILLS("Saying what you need and feel, and hearing what others say."),
    SOCIALIZING_WITHOUT_SUBSTANCES("Being with people, and enjoying it, without drinking or using."),
    SUPPORTING_ONE_ANOTHER("Helping others who recover, and letting them help you."),
    STRUCTURE_AND_SELF_DISCIPLINE("Having a plan for your days, and keeping to it."),
    PROBLEM_SOLVING("Finding a way through trouble, one step after the other."),
    MAINTAINING_ABSTINENCE("Staying away from alcohol and drugs, on hard days too."),
    CHANGING_NEGATIVE_BEHAVIORS("Noticing habits that hurt you or others, and trying better ones."),
    TAKING_ACTION_FOR_SOBRIETY("Doing something for your recovery today, and not only meaning to.");

    private final String inPlainWords;

    TreatmentGoal(String inPlainWords) {
        this.inPlainWords = inPlainWords;
    }

    /** What it means, for whoever is in the program. */
    public String inPlainWords() {
        return inPlainWords;
    }
}
