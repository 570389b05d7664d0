package org.stepwell.enrollment.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stepwell.enrollment.program.ProgramLevel;

/** What nobody is asked for, because it follows from the episode or from other answers. */
final class Derived {

    private static final int INTENSIVE_OUTPATIENT = 6;
    private static final int NON_INTENSIVE_OUTPATIENT = 7;
    private static final int NO_SUBSTANCE = 1;
    private static final int ALCOHOL = 2;
    private static final int INJECTION = 4;
    private static final List<String> SUBSTANCES = List.of("SUB1", "SUB2", "SUB3");
    private static final List<String> ROUTES = List.of("ROUTE1", "ROUTE2", "ROUTE3");

    private Derived() {}

    /** Of the episode, to be kept with the answers. */
    static Map<String, Integer> atAdmission(LocalDate born, Stay stay) {
        return Map.of(
                "SERVICES",
                services(stay.level()),
                "AGE",
                age(born, stay.started()),
                "DAYWAIT",
                daysWaited(stay.askedOn(), stay.started()));
    }

    /** TEDS counts partial hospitalization as intensive outpatient: two hours or more on three days or more. */
    private static int services(ProgramLevel level) {
        return switch (level) {
            case LEVEL_1 -> NON_INTENSIVE_OUTPATIENT;
            case LEVEL_2_1, LEVEL_2_5 -> INTENSIVE_OUTPATIENT;
        };
    }

    /** Of the answers at admission, when they are told. */
    static Map<String, Integer> ofSubstances(TedsAnswers answers, Map<String, Integer> flags) {
        var taken = taken(answers);
        var derived = new HashMap<String, Integer>();
        derived.put("IDU", injects(answers, taken));
        derived.put("ALCDRUG", alcoholAndDrugs(answers, taken));
        flags.forEach((flag, substance) -> derived.put(flag, taken.contains(substance) ? 1 : 0));
        return derived;
    }

    /** Of the end, when it is told. */
    static Map<String, Integer> atDischarge(Stay stay) {
        return Map.of(
                Moment.DISCHARGE.name("SERVICES"),
                services(stay.level()),
                "REASON",
                stay.ended().reason().teds(),
                "LOS",
                daysStayed(stay.started(), stay.ended().lastDay()));
    }

    /** Whole years; somebody born on 29 February is a year older on 1 March of other years. */
    static int age(LocalDate born, LocalDate on) {
        return born.isAfter(on) ? TedsAnswers.UNKNOWN : (int) ChronoUnit.YEARS.between(born, on);
    }

    /** From the first contact, not from the waiting list; whoever was in before they asked waited no day. */
    static int daysWaited(LocalDate asked, LocalDate start) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(asked, start));
    }

    /** From the first day to the last; whoever came once stayed a day. */
    static int daysStayed(LocalDate start, LocalDate lastDay) {
        if (lastDay.isBefore(start)) {
            throw new IllegalArgumentException("nobody leaves (%s) before they came (%s)".formatted(lastDay, start));
        }
        return (int) Math.max(1, ChronoUnit.DAYS.between(start, lastDay));
    }

    private static Set<Integer> taken(TedsAnswers answers) {
        var taken = new TreeSet<Integer>();
        SUBSTANCES.stream()
                .map(answers::of)
                .filter(answer -> answer > NO_SUBSTANCE)
                .forEach(taken::add);
        return taken;
    }

    /** Missing where no substance is named; of those who named one and no way of use, it was not reported. */
    private static int injects(TedsAnswers answers, Set<Integer> taken) {
        return taken.isEmpty()
                ? TedsAnswers.UNKNOWN
                : ROUTES.stream().anyMatch(route -> answers.of(route) == INJECTION) ? 1 : 0;
    }

    private static int alcoholAndDrugs(TedsAnswers answers, Set<Integer> taken) {
        if (taken.isEmpty()) {
            return answers.of("SUB1") == NO_SUBSTANCE ? 0 : TedsAnswers.UNKNOWN;
        }
        boolean alcohol = taken.contains(ALCOHOL);
        boolean drugs = taken.size() > (alcohol ? 1 : 0);
        return alcohol && drugs ? 3 : alcohol ? 1 : 2;
    }
}
