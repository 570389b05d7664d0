package org.stepwell.enrollment.screening;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The level of care suggested for review by a clinician, and the rule that fired. Our own transparent logic over six
 * dimensions: the first rule that matches wins. It places nobody and decides nothing.
 */
enum LevelSuggestion {
    R0("A hard stop is open: see to the emergency first; no level is suggested meanwhile.") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean crisis) {
            return crisis;
        }
    },
    R1("Withdrawal, body or mind is at the highest risk: hospital.", "4") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean crisis) {
            return IntStream.of(d.withdrawal(), d.biomedical(), d.emotional()).anyMatch(risk -> risk == 4);
        }
    },
    R2("Withdrawal or body is at high risk: medically monitored care.", "3.7") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean crisis) {
            return d.withdrawal() == 3 || d.biomedical() == 3;
        }
    },
    R3("Mind is at high risk: residential care for both disorders at once, or a psychiatric evaluation first.", "3.5") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean crisis) {
            return d.emotional() == 3;
        }
    },
    R4("Home is dangerous, or both relapse and home are at high risk: a 24-hour setting.", "3.1", "3.5") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean crisis) {
            return d.environment() == 4 || (d.relapse() >= 3 && d.environment() >= 3);
        }
    },
    R5_MANAGED("Withdrawal is moderate, and it can be managed daily without admission: intensive outpatient.", "2.1") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean crisis) {
            return d.withdrawal() == 2 && withdrawalManaged;
        }
    },
    R5_UNMANAGED("Withdrawal is moderate, and it can not be managed daily here: medically monitored care.", "3.7") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean crisis) {
            return d.withdrawal() == 2;
        }
    },
    R6("Several dimensions are at high risk: high-intensity outpatient.", "2.5") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean crisis) {
            long high = IntStream.of(d.emotional(), d.readiness(), d.relapse(), d.environment())
                    .filter(risk -> risk >= 3)
                    .count();
            return high >= 2 || (d.emotional() == 2 && d.relapse() >= 3);
        }
    },
    R7("At least one dimension is at moderate risk or more: intensive outpatient.", "2.1") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean crisis) {
            return IntStream.of(d.readiness(), d.relapse(), d.environment()).anyMatch(risk -> risk >= 2)
                    || d.emotional() == 2
                    || d.biomedical() == 2;
        }
    },
    R8("Risk is low in all dimensions: outpatient.", "1") {
        @Override
        boolean fires(Dimensions d, boolean withdrawalManaged, boolean crisis) {
            return true;
        }
    };

    private final String because;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<String> levels;

    LevelSuggestion(String because, String... levels) {
        this.because = because;
        this.levels = List.of(levels);
    }

    abstract boolean fires(Dimensions dimensions, boolean withdrawalManaged, boolean crisis);

    /**
     * The first rule that matches.
     *
     * @param crisis whether an emergency or a crisis stands, which comes before any level
     */
    static LevelSuggestion of(Dimensions dimensions, boolean withdrawalManaged, boolean crisis) {
        return Arrays.stream(values())
                .filter(rule -> rule.fires(dimensions, withdrawalManaged, crisis))
                .findFirst()
                .orElse(R8);
    }

    String because() {
        return because;
    }

    /** The levels to choose from, the least intensive first; none where something else comes first. */
    List<String> levels() {
        return levels;
    }

    /** In one word, as the rule is told: 3.1/3.5. */
    String words() {
        return levels.isEmpty() ? "none" : String.join("/", levels);
    }
}
