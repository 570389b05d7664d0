package org.stepwell.platform.task;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about a task. */
enum TaskRule implements Rule {
    TASK_GOES_FORWARD("A task is acknowledged once, and ends once."),
    TASK_ENDS_WITH_ITS_WORK("A task that watches over some work ends when that work is there.");

    private final String sentence;

    TaskRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
