package org.stepwell.enrollment.stop;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * Why something is overridden, in words of the one who does; kept sealed.
 *
 * @param plan how withdrawal is managed here, where that is what is overridden
 */
public record Grounds(String reason, @Nullable String plan) {

    private static final int REASON_CHARACTERS_MIN = 20;

    public Grounds {
        reason = reason.strip();
        if (reason.length() < REASON_CHARACTERS_MIN) {
            throw new Refusal(
                    StopRule.OVERRIDE_SAYS_WHY,
                    "It has %d.".formatted(reason.length()),
                    List.of(new FieldError("/reason", "at least %d characters".formatted(REASON_CHARACTERS_MIN))));
        }
        plan = plan == null || plan.isBlank() ? null : plan.strip();
    }

    Grounds sealed(UnaryOperator<String> seal) {
        return new Grounds(seal.apply(reason), plan == null ? null : seal.apply(plan));
    }
}
