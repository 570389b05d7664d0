package org.stepwell.aftercare.risk;

import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged.RiskLevel;

/**
 * A look at the last weeks: what they add up to, or why nothing is said. The same weeks always mean the same.
 *
 * @param abstains null where there is enough to go by
 */
record Look(Signs signs, @Nullable Abstains abstains) {

    /** How many check-ins are looked at, the newest of them included. */
    static final int CHECK_INS = 5;

    private static final int CHECK_INS_MIN = 2;
    private static final int ANSWERS_MIN = 2;
    private static final int HEARD_WITHIN_DAYS = 35;

    /** Why nothing is said. */
    @Schema(name = "RiskAbstains")
    enum Abstains {
        TOO_FEW_CHECK_INS("Fewer than two check-ins are over. Look again next week."),
        NOBODY_HEARD_FROM("No check-in of the last 35 days was answered. Reach out first."),
        TOO_FEW_ANSWERS(
                "Of cravings, risk score and protective score fewer than two are known. Ask for them at the next contact.");

        private final String sentence;

        Abstains(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    /**
     * Looks at check-ins that are over, the newest first, at most {@link #CHECK_INS} of them.
     *
     * @param gapWeeks the weeks running without therapy that were found otherwise, where that is a gap; else none
     */
    static Look at(List<Week> weeks, int gapWeeks) {
        var heard = weeks.stream().filter(Week::recorded).toList();
        return new Look(signs(weeks, heard, gapWeeks), abstains(weeks, heard));
    }

    RiskLevel level() {
        return abstains == null ? Signs.levelOf(signs.points()) : RiskLevel.ABSTAINS;
    }

    @Nullable
    Integer points() {
        return abstains == null ? signs.points() : null;
    }

    private static @Nullable Abstains abstains(List<Week> weeks, List<Week> heard) {
        if (weeks.size() < CHECK_INS_MIN) {
            return Abstains.TOO_FEW_CHECK_INS;
        }
        var lately = weeks.getFirst().dueOn().minusDays(HEARD_WITHIN_DAYS);
        if (heard.isEmpty() || heard.getFirst().dueOn().isBefore(lately)) {
            return Abstains.NOBODY_HEARD_FROM;
        }
        return heard.getFirst().answered() < ANSWERS_MIN ? Abstains.TOO_FEW_ANSWERS : null;
    }

    private static Signs signs(List<Week> weeks, List<Week> heard, int gapWeeks) {
        var values = new EnumMap<Factor, Integer>(Factor.class);
        values.put(Factor.MISSED_CONTACTS, weeks.size() - heard.size());
        if (!heard.isEmpty() || gapWeeks > 0) {
            values.put(Factor.THERAPY_GAPS, withoutTherapy(heard, gapWeeks));
        }
        if (!heard.isEmpty()) {
            var newest = heard.getFirst();
            var before = heard.subList(1, heard.size());
            Signs.put(values, Factor.USE, newest.usedDays());
            values.put(Factor.USE_BEFORE, (int)
                    before.stream().filter(week -> days(week) > 0).count());
            Signs.put(values, Factor.CRAVINGS, newest.cravings());
            Signs.put(values, Factor.RISK_SCORE, newest.riskScore());
            Signs.put(values, Factor.RISK_UP, above(newest, before, Week::riskScore));
            Signs.put(values, Factor.PROTECTIVE_SCORE, newest.protectiveScore());
            Signs.put(values, Factor.PROTECTIVE_DOWN, above(newest, before, Week::protectiveScore));
            Signs.put(values, Factor.MOUD_STOPPED, no(newest.medicationTaken()));
            var housing = newest.housing();
            Signs.put(values, Factor.HOUSING, housing == null ? null : (Integer) housing.worse());
        }
        return new Signs(values);
    }

    /** The weeks in which it was said not to be kept, or those of the gap that was found, whichever are more. */
    private static int withoutTherapy(List<Week> heard, int gapWeeks) {
        long said = heard.stream()
                .filter(week -> Boolean.FALSE.equals(week.therapyKept()))
                .count();
        return Math.min(CHECK_INS, Math.max((int) said, gapWeeks));
    }

    private static int days(Week week) {
        return Objects.requireNonNullElse(week.usedDays(), 0);
    }

    private static @Nullable Integer no(@Nullable Boolean answer) {
        return answer == null ? null : (Integer) (answer ? 0 : 1);
    }

    /** How far the newest lies above the mean of those before, towards nothing; null where either is not known. */
    private static @Nullable Integer above(Week newest, List<Week> before, Function<Week, @Nullable Integer> score) {
        Integer now = score.apply(newest);
        var mean = before.stream()
                .map(score)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average();
        return now == null || mean.isEmpty() ? null : (Integer) (int) (now - mean.getAsDouble());
    }
}
