package org.stepwell.enrollment.program;

import org.stepwell.platform.problem.Rule;

enum ProgramRule implements Rule {
    PROGRAM_NAME_TAKEN("A clinic gives a program name once.", 409),
    UNKNOWN_RULE_SET("A program names a rule set that exists.", 400),
    RULES_NAMED_ONCE("A program goes by a preset or by rules of its own, one of both.", 400),
    RULES_FIT_AGE("Adults are not treated by the rules for adolescents, which ask for fewer hours.", 400),
    RULES_CAN_BE_MET("What a week must be at least is not more than it may be.", 400),
    RULES_CHANGE_AHEAD("Rules change from a day that is still to come, after the last change.", 400),
    TRACK_NAMED_TWICE("Each track of a program has its own code.", 400),
    TRACK_IN_USE("A track is given up when nobody waits for it, is in it or is to change to it.", 409),
    PROGRAM_IN_USE("A program ends when nobody waits for it or is in it.", 409),
    PROGRAM_ENDED("A program that ended takes nobody any more, and is not changed.", 409);

    private final String sentence;
    private final int status;

    ProgramRule(String sentence, int status) {
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
