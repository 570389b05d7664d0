package org.stepwell.enrollment.merge;

import org.stepwell.platform.problem.Rule;

enum MergeRule implements Rule {
    ONE_RECORD_IS_NO_DUPLICATE("A record is merged into another one.", 400),
    DUPLICATE_WAS_IN_CARE("A record under which somebody was in care goes on.", 409),
    DUPLICATE_WAITS("Whoever waits is on the list under the record that goes on.", 409),
    DUPLICATE_CONSENTED("A consent is in force under the record that goes on.", 409),
    DUPLICATE_HAS_ACCOUNT("Whoever comes in has an account under the record that goes on.", 409),
    COVERED_IN_BOTH("On any day a person has one coverage that is billed first, and one that is billed next.", 409),
    STANDS_IN_BOTH("What stands in both records is settled in one of them first.", 409);

    private final String sentence;
    private final int status;

    MergeRule(String sentence, int status) {
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
