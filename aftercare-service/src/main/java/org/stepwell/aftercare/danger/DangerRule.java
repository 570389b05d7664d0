package org.stepwell.aftercare.danger;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about a warning of suicide. */
enum DangerRule implements Rule {
    FLAG_IS_NOT_OPEN("A flag is cleared once, after it was raised."),
    FLAG_STANDS_ELSEWHERE("A flag is cleared by the service that raised it."),
    SCREENER_CLEARS_THE_ITEM(
            "That a thought of suicide was named is cleared by the suicide screener, and by nobody's word."),
    DANGER_STANDS("Aftercare does not end while a warning of suicide stands.");

    private final String sentence;

    DangerRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
