package org.stepwell.scheduling.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.code.RuleSet.Basis;
import org.stepwell.contracts.code.RuleSet.GroupSize;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;

/** Each rule set that ships asks for what its source says and for nothing else, at its edges to the minute. */
class ShippedRuleSetsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource({
        "iop-standard, 180 0 180 0 180, ''",
        "iop-standard, 180 0 180 0 179, WEEK_MINUTES",
        "iop-standard, 0 270 0 270, DAYS",
        "iop-standard, 399 400 400, ''",
        "iop-standard, 400 400 400, WEEK_MINUTES_AT_MOST",
        "iop-standard, 108 108 108 108 108, ''",
        "iop-standard, 90 90 90 90 90 90, DAYS_AT_MOST",
        "hcpcs-h0015, 180 0 180 0 180, ''",
        "hcpcs-h0015, 180 0 180 0 179, WEEK_MINUTES DAYS",
        "hcpcs-h0015, 0 270 0 270, DAYS",
        "hcpcs-h0015, 108 108 108 108 108, DAYS",
        "hcpcs-h0015, 171 171 171 171 171 171 171, DAYS",
        "hcpcs-h0015, 180 180 180 60 60 60 60, ''",
        "hcpcs-h0015, 399 400 400, ''",
        "hcpcs-h0015, 400 400 400, WEEK_MINUTES_AT_MOST",
        "ny-oasas, 180 0 180 0 180, ''",
        "ny-oasas, 180 0 180 0 179, WEEK_MINUTES",
        "ny-oasas, 0 270 0 270, ''",
        "ny-oasas, 108 108 108 108 108, DAYS",
        "ny-oasas, 179 179 179 179, DAYS",
        "ny-oasas, 1199, ''",
        "ny-oasas, 1200, WEEK_MINUTES_AT_MOST",
        "nc-saiop, 180 0 180 0 180, ''",
        "nc-saiop, 180 0 180 0 179, WEEK_MINUTES DAYS",
        "nc-saiop, 0 270 0 0 270, DAYS",
        "nc-saiop, 180 180 180, GAP",
        "nc-saiop, 180 180 0 0 180, ''",
        "nc-saiop, 180 0 0 0 180 180, GAP",
        "nc-saiop, 380 0 380 0 380, ''",
        "nc-saiop, 380 0 380 0 381, WEEK_MINUTES_AT_MOST",
        "nc-saiop, 108 108 108 108 108, DAYS",
        "va-dmas, 0 270 0 270, ''",
        "va-dmas, 180 0 180 0 179, WEEK_MINUTES EVERY_DAY_IN_FULL",
        "va-dmas, 108 108 108 108 108, DAYS EVERY_DAY_IN_FULL",
        "va-dmas, 179 179 179 179, DAYS EVERY_DAY_IN_FULL",
        "va-dmas, 180 180 180 1, EVERY_DAY_IN_FULL",
        "hcpcs-h0015, 180 180 180 1, ''",
        "ny-oasas, 180 180 180 1, ''",
        "va-dmas, 180 180 180, ''",
        "va-dmas, 570 0 0 570, ''",
        "va-dmas, 570 0 0 571, WEEK_MINUTES_AT_MOST",
        "medicare-iop, 0 270 0 270, ''",
        "medicare-iop, 0 270 0 269, WEEK_MINUTES",
        "medicare-iop, 540, ''",
        "medicare-iop, 108 108 108 108 108, ''",
        "medicare-iop, 90 90 90 90 90 90 90, ''",
        "medicare-iop, 1199, ''",
        "medicare-iop, 1200, WEEK_MINUTES_AT_MOST",
        "adolescent, 0 180 0 180, ''",
        "adolescent, 0 180 0 179, WEEK_MINUTES",
        "adolescent, 60 60 60 60 60 60 60, ''",
        "adolescent, 1199, ''",
        "adolescent, 1200, WEEK_MINUTES_AT_MOST"
    })
    void aWeekLeavesOpenWhatTheSourceAsksFor(String code, String minutes, String open) {
        assertThat(over(code, minutes, true))
                .containsExactlyElementsOf(Arrays.stream(open.split(" ", -1))
                        .filter(need -> !need.isEmpty())
                        .map(Need::valueOf)
                        .toList());
    }

    @Test
    void onlyTheStandardAsksForGroups() {
        var asking = Presets.all().keySet().stream()
                .filter(code -> over(code, "180 0 180 0 180", false).contains(Need.GROUP_SHARE))
                .toList();

        assertThat(asking).containsExactly("iop-standard");
        assertThat(Presets.of("iop-standard").groupSharePercentOver()).isEqualTo(50);
    }

    @Test
    void onlyNorthCarolinaAsksForAGroupOnEachDay() {
        var asking = Presets.all().keySet().stream()
                .filter(code -> over(code, "180 0 180 0 180", false).contains(Need.GROUP_EACH_DAY))
                .toList();

        assertThat(asking).containsExactly("nc-saiop");
    }

    @Test
    void medicareIsCertifiedAgainInSixtyDaysAndPaysForGroupsOfTwelve() {
        assertThat(Presets.of("medicare-iop").recertificationDays()).isEqualTo(60);
        assertThat(Presets.of("medicare-iop").groupSize().hard()).isEqualTo(12);
    }

    @Test
    void whatNoSourceSaysIsTheHousesAndIsSaidToBe() {
        assertThat(Presets.ofTheHouse())
                .allSatisfy((code, fields) -> assertThat(fields).as(code).contains("noteDueHours"));
        assertThat(Presets.ofTheHouse().get("va-dmas")).contains("recertificationDays", "groupSize");
        assertThat(Presets.ofTheHouse().get("medicare-iop"))
                .contains("groupSize.soft")
                .doesNotContain("recertificationDays");
        assertThat(Presets.all().values()).extracting(RuleSet::groupSize).containsOnly(GroupSize.OF_THE_HOUSE);
    }

    @Test
    void onlyNewYorkMeasuresWhatWasPlanned() {
        assertThat(Presets.all().values().stream()
                        .filter(rules -> rules.basis() == Basis.SCHEDULED)
                        .map(RuleSet::code))
                .containsExactly("ny-oasas");
    }

    @Test
    void aNoteIsDueWithinThreeDaysWhereverNobodySaysOtherwise() {
        assertThat(Presets.all().values()).extracting(RuleSet::noteDueHours).containsOnly(72);
    }

    private static List<Need> over(String code, String minutes, boolean inGroup) {
        var given = new ArrayList<Treatment>();
        var day = MONDAY;
        for (var one : minutes.split(" ", -1)) {
            given.add(new Treatment(day, Integer.parseInt(one), inGroup));
            day = day.plusDays(1);
        }
        var facts = new WeekMeasure.Facts(MONDAY, given, List.of(), MONDAY.minusDays(1), true, false, true);
        return List.copyOf(WeekMeasure.of(Presets.of(code), facts).unmet());
    }
}
