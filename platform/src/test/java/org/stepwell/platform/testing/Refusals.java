package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.problem.Rule;

/** Asserts which rule said no. */
public final class Refusals {

    private Refusals() {}

    /** Something is refused by this rule, and by no other. */
    public static void assertRefused(Rule rule, ThrowingCallable attempt) {
        var refusal = catchThrowableOfType(Refusal.class, attempt);

        assertThat(refusal).as("refused by %s", rule.name()).isNotNull();
        assertThat(refusal.rule()).isEqualTo(rule);
    }
}
