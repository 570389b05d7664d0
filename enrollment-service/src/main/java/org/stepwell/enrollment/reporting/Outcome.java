package org.stepwell.enrollment.reporting;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The national outcome measures that are asked at admission and again at discharge, by tables of the block grant. */
enum Outcome {
    EMPLOYED_OR_STUDENT("T14"),
    STABLY_HOUSED("T15"),
    NOT_ARRESTED("T16"),
    ABSTINENT_FROM_ALCOHOL("T17"),
    ABSTINENT_FROM_DRUGS("T18"),
    IN_SELF_HELP("T19");

    private static final int FULL_TIME = 1;
    private static final int PART_TIME = 2;
    private static final int NOT_IN_LABOR_FORCE = 4;
    private static final int STUDENT = 2;
    private static final int HOMELESS = 1;
    private static final int ALCOHOL = 2;
    private static final List<String> NUMBERS = List.of("1", "2", "3");

    private final String table;

    Outcome(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }

    /** Whether it is so by these answers, or nothing where they do not say. */
    Optional<Boolean> of(TedsAnswers answers, Moment moment) {
        return switch (this) {
            case EMPLOYED_OR_STUDENT -> works(answers, moment);
            case STABLY_HOUSED -> known(answers, moment.name("LIVARAG"), living -> living != HOMELESS);
            case NOT_ARRESTED -> known(answers, moment.name("ARRESTS"), arrests -> arrests == 0);
            case ABSTINENT_FROM_ALCOHOL -> abstinent(answers, moment, substance -> substance == ALCOHOL);
            case ABSTINENT_FROM_DRUGS -> abstinent(answers, moment, substance -> substance > ALCOHOL);
            case IN_SELF_HELP -> known(answers, moment.name("FREQ_ATND_SELF_HELP"), times -> times != 0);
        };
    }

    private static Optional<Boolean> works(TedsAnswers answers, Moment moment) {
        int work = answers.of(moment.name("EMPLOY"));
        return work == NOT_IN_LABOR_FORCE
                ? known(answers, moment.name("DETNLF"), instead -> instead == STUDENT)
                : known(answers, moment.name("EMPLOY"), of -> of == FULL_TIME || of == PART_TIME);
    }

    private static Optional<Boolean> known(TedsAnswers answers, String field, IntPredicate so) {
        return answers.knows(field) ? Optional.of(so.test(answers.of(field))) : Optional.empty();
    }

    /** Used none of the class in the past month, of all substances that were named. */
    private static Optional<Boolean> abstinent(TedsAnswers answers, Moment moment, IntPredicate ofClass) {
        boolean named = false;
        boolean unknown = false;
        for (var number : NUMBERS) {
            int substance = answers.of(moment.name("SUB" + number));
            int days = answers.of(moment.name("FREQ" + number));
            named |= substance != TedsAnswers.UNKNOWN;
            if (ofClass.test(substance) && days > 0) {
                return Optional.of(false);
            }
            unknown |= ofClass.test(substance) && days == TedsAnswers.UNKNOWN;
        }
        return named && !unknown ? Optional.of(true) : Optional.empty();
    }
}
