package org.stepwell.therapy.naloxone;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to what is recorded of naloxone. */
enum NaloxoneRule implements Rule {
    OFFERED_ON_A_DAY_IN_THE_PROGRAM;

    @Override
    public String sentence() {
        return "Naloxone is offered on a day in the program that came.";
    }

    @Override
    public int status() {
        return 400;
    }
}
