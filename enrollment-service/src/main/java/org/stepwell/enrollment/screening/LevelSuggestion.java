package org.stepwell.enrollment.screening;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The level of care suggested for review by a clinician, and the rule that fired. Our own transparent logic over six
 * dimensions: the first rule that matches wins. It places nobody and decides nothing.
 */
enum LevelSuggestion {
    R0("A hard stop is open: go the emergency or crisis pathway first.", null) {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean hardStop) {
            return hardStop;
        }
    },
    R1("Withdrawal, body or mind is at the highest risk: hospital.", "4") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean hardStop) {
            return IntStream.of(d.withdrawal(), d.biomedical(), d.emotional()).anyMatch(risk -> risk == 4);
        }
    },
    R2("Withdrawal or body is at high risk: medically monitored care.", "3.7") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean hardStop) {
            return d.withdrawal() == 3 || d.biomedical() == 3;
        }
    },
    R3("Mind is at high risk: residential care with psychiatric evaluation.", "3.5") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean hardStop) {
            return d.emotional() == 3;
        }
    },
    R4("Home is dangerous, or both relapse and home are at high risk: a 24-hour setting.", "3.1") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean hardStop) {
            return d.environment() == 4 || (d.relapse() >= 3 && d.environment() >= 3);
        }
    },
    R5_MANAGED("Withdrawal is moderate, and it can be managed daily without admission: intensive outpatient.", "2.1") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean hardStop) {
            return d.withdrawal() == 2 && withdrawalManaged;
        }
    },
    R5_UNMANAGED("Withdrawal is moderate, and it can not be managed daily here: medically monitored care.", "3.7") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean hardStop) {
            return d.withdrawal() == 2;
        }
    },
    R6("Several dimensions are at high risk: high-intensity outpatient.", "2.5") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean hardStop) {
            long high = IntStream.of(d.emotional(), d.readiness(), d.relapse(), d.environment())
                    .filter(risk -> risk >= 3)
                    .count();
            return high >= 2 || (d.emotional() == 2 && d.relapse() >= 3);
        }
    },
    R7("One dimension is at moderate risk: intensive outpatient.", "2.1") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean hardStop) {
            return IntStream.of(d.readiness(), d.relapse(), d.environment()).anyMatch(risk -> risk >= 2)
                    || d.emotional() == 2
                    || d.biomedical() == 2;
        }
    },
    R8("Risk is low in all dimensions: outpatient.", "1") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean hardStop) {
            return true;
        }
    };

    private final String because;
    private final @Nullable String level;

    LevelSuggestion(String because, @Nullable String level) {
        this.because = because;
        this.level = level;
    }

    abstract boolean fires(Dimensions dimensions, boolean withdrawalManaged, boolean hardStop);

    /** The first rule that matches. */
    static LevelSuggestion of(Dimensions dimensions, boolean withdrawalManaged, boolean hardStop) {
        return Arrays.stream(values())
                .filter(rule -> rule.fires(dimensions, withdrawalManaged, hardStop))
                .findFirst()
                .orElse(R8);
    }

    String because() {
        return because;
    }

    @Nullable
    String level() {
        return level;
    }
}
