package org.stepwell.aftercare.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.risk.Look.Abstains;
import org.stepwell.aftercare.risk.Week.Housing;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged.RiskLevel;

class LookTest {

    private static final LocalDate NEWEST = LocalDate.of(2026, 6, 1);

    @Test
    void aQuietWeekIsLow() {
        var look = Look.at(List.of(quiet(0), quiet(1)), 0);

        assertThat(look.abstains()).isNull();
        assertThat(look.level()).isEqualTo(RiskLevel.LOW);
        assertThat(look.points()).isZero();
    }

    @Test
    void everyFactorIsTakenFromWhatWasSaid() {
        var before = new Week(day(1), true, 2, 1, 6, 20, true, false, Housing.STABLE);
        var newest = new Week(day(0), true, 4, 4, 13, 12, false, false, Housing.LOST);

        var look = Look.at(List.of(newest, missed(2), before), 0);

        assertThat(look.signs().values())
                .isEqualTo(Map.ofEntries(
                        Map.entry(Factor.USE, 4),
                        Map.entry(Factor.USE_BEFORE, 1),
                        Map.entry(Factor.CRAVINGS, 4),
                        Map.entry(Factor.RISK_SCORE, 13),
                        Map.entry(Factor.RISK_UP, 7),
                        Map.entry(Factor.PROTECTIVE_SCORE, 12),
                        Map.entry(Factor.PROTECTIVE_DOWN, -8),
                        Map.entry(Factor.MISSED_CONTACTS, 1),
                        Map.entry(Factor.MOUD_STOPPED, 1),
                        Map.entry(Factor.THERAPY_GAPS, 2),
                        Map.entry(Factor.HOUSING, 2)));
        assertThat(look.points()).isEqualTo(6 + 1 + 4 + 2 + 2 + 2 + 2 + 2 + 3 + 2 + 2);
        assertThat(look.level()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void aMissedWeekAddsToWhatWasKnownBeforeIt() {
        var heard = new Week(day(1), true, 1, 3, 10, 14, null, true, null);

        var look = Look.at(List.of(missed(0), heard), 0);

        assertThat(look.points()).isEqualTo(4 + 3 + 1 + 1 + 2);
        assertThat(look.signs().values()).doesNotContainKeys(Factor.MOUD_STOPPED, Factor.HOUSING, Factor.RISK_UP);
    }

    @Test
    void onOneCheckInNothingIsSaid() {
        assertAbstains(Abstains.TOO_FEW_CHECK_INS, List.of(quiet(0)));
    }

    @Test
    void whereNobodyWasHeardFromForFiveWeeksNothingIsSaid() {
        assertAbstains(Abstains.NOBODY_HEARD_FROM, List.of(missed(0), missed(1)));
        assertAbstains(Abstains.NOBODY_HEARD_FROM, List.of(missed(0), missed(1), missed(2), quiet(6)));
        assertThat(Look.at(List.of(missed(0), missed(1), missed(2), missed(3), quiet(5)), 0)
                        .abstains())
                .isNull();
    }

    @Test
    void onTooFewAnswersNothingIsSaid() {
        assertAbstains(Abstains.TOO_FEW_ANSWERS, List.of(answered(0, 4, null, null), quiet(1)));
        assertAbstains(Abstains.TOO_FEW_ANSWERS, List.of(answered(0, null, null, 3), quiet(1)));
        assertThat(Look.at(List.of(answered(0, 4, 12, null), quiet(1)), 0).abstains())
                .isNull();
    }

    /** As a property of the weeks themselves: whatever was said before, an answer that is worse never lowers the points. */
    @Test
    void aWorseAnswerInTheNewestWeekNeverLowersThePoints() {
        var random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            var before = new ArrayList<Week>();
            for (int week = 1; week <= random.nextInt(Look.CHECK_INS); week++) {
                before.add(random.nextInt(4) == 0 ? missed(week) : some(random, week));
            }
            var better = some(random, 0);
            for (var worse : worseThan(better)) {
                assertThat(at(worse, before).signs().points())
                        .as("%s after %s, before that %s", worse, better, before)
                        .isGreaterThanOrEqualTo(at(better, before).signs().points());
            }
        }
    }

    @Test
    void aLongerGapInTherapyNeverLowersThePointsWhateverWasSaid() {
        var random = new Random(13);
        for (int i = 0; i < 5_000; i++) {
            var weeks = new ArrayList<Week>();
            for (int week = 0; week <= random.nextInt(Look.CHECK_INS); week++) {
                weeks.add(random.nextInt(4) == 0 ? missed(week) : some(random, week));
            }
            int gap = random.nextInt(20);
            assertThat(Look.at(weeks, gap + 1).signs().points())
                    .as("%d weeks of a gap, then one more, beside %s", gap, weeks)
                    .isGreaterThanOrEqualTo(Look.at(weeks, gap).signs().points());
        }
    }

    @Test
    void ofWhatWasSaidOfTherapyAndTheGapThatWasFoundTheWorseCounts() {
        var kept = List.of(quiet(0), quiet(1));
        var notKept = new Week(day(0), true, 0, 0, 2, 20, true, false, Housing.STABLE);

        assertThat(Look.at(kept, 0).signs().values()).containsEntry(Factor.THERAPY_GAPS, 0);
        assertThat(Look.at(kept, 3).signs().values()).containsEntry(Factor.THERAPY_GAPS, 3);
        assertThat(Look.at(List.of(notKept, quiet(1)), 0).signs().values()).containsEntry(Factor.THERAPY_GAPS, 1);
        assertThat(Look.at(List.of(notKept, quiet(1)), 2).signs().values()).containsEntry(Factor.THERAPY_GAPS, 2);
        assertThat(Look.at(kept, 30).signs().values()).containsEntry(Factor.THERAPY_GAPS, Look.CHECK_INS);
        assertThat(Look.at(List.of(missed(0)), 2).signs().values()).containsEntry(Factor.THERAPY_GAPS, 2);
    }

    private static List<Week> worseThan(Week week) {
        var cravings = week.cravings() == null ? null : (Integer) Math.min(4, week.cravings() + 1);
        var risk = week.riskScore() == null ? null : (Integer) Math.min(24, week.riskScore() + 3);
        var protective = week.protectiveScore() == null ? null : (Integer) Math.max(0, week.protectiveScore() - 3);
        var days = week.usedDays() == null ? null : (Integer) Math.min(7, week.usedDays() + 1);
        return List.of(
                with(week, days, week.cravings(), week.riskScore(), week.protectiveScore(), week.medicationTaken()),
                with(week, week.usedDays(), cravings, week.riskScore(), week.protectiveScore(), week.medicationTaken()),
                with(week, week.usedDays(), week.cravings(), risk, week.protectiveScore(), week.medicationTaken()),
                with(week, week.usedDays(), week.cravings(), week.riskScore(), protective, week.medicationTaken()),
                with(week, week.usedDays(), week.cravings(), week.riskScore(), week.protectiveScore(), false));
    }

    private static Week with(
            Week week,
            @Nullable Integer days,
            @Nullable Integer cravings,
            @Nullable Integer risk,
            @Nullable Integer protective,
            @Nullable Boolean taken) {
        return new Week(
                week.dueOn(), true, days, cravings, risk, protective, taken, week.therapyKept(), week.housing());
    }

    private static Week some(Random random, int weeksAgo) {
        return new Week(
                day(weeksAgo),
                true,
                random.nextInt(8),
                random.nextInt(5),
                random.nextInt(25),
                random.nextInt(25),
                random.nextBoolean(),
                random.nextBoolean(),
                List.of(Housing.values()).get(random.nextInt(3)));
    }

    private static Look at(Week newest, List<Week> before) {
        var weeks = new ArrayList<Week>();
        weeks.add(newest);
        weeks.addAll(before);
        return Look.at(weeks, 0);
    }

    private static void assertAbstains(Abstains why, List<Week> weeks) {
        var look = Look.at(weeks, 0);

        assertThat(look.abstains()).isEqualTo(why);
        assertThat(look.level()).isEqualTo(RiskLevel.ABSTAINS);
        assertThat(look.points()).isNull();
    }

    private static Week quiet(int weeksAgo) {
        return answered(weeksAgo, 0, 2, 20);
    }

    private static Week answered(
            int weeksAgo, @Nullable Integer cravings, @Nullable Integer risk, @Nullable Integer protective) {
        return new Week(day(weeksAgo), true, 0, cravings, risk, protective, true, true, Housing.STABLE);
    }

    private static Week missed(int weeksAgo) {
        return new Week(day(weeksAgo), false, null, null, null, null, null, null, null);
    }

    private static LocalDate day(int weeksAgo) {
        return NEWEST.minusWeeks(weeksAgo);
    }
}
