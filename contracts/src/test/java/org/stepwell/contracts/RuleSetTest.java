package org.stepwell.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.code.RuleSet.GroupSize;

/** A rule set may have been said before it had all of its fields. */
class RuleSetTest {

    @Test
    void oneThatWasSaidBeforeGoesByTheHousesSizesAndDaysAndAsksForNothingNew() throws JsonProcessingException {
        var before = """
                {"code":"iop-standard","version":1,"weekMinutesMin":540,"weekMinutesMax":1199,"daysMin":3,"daysMax":5,
                 "dayMinutesMin":180,"gapDaysMax":null,"groupSharePercentOver":50,"basis":"ATTENDED","noteDueHours":72}
                """;

        var rules = JsonMapper.builder().build().readValue(before, RuleSet.class);

        assertThat(rules.recertificationDays()).isEqualTo(60);
        assertThat(rules.planDays()).isEqualTo(7);
        assertThat(rules.planReviewDays()).isEqualTo(30);
        assertThat(rules.groupSize()).isEqualTo(new GroupSize(2, 10, 12));
        assertThat(rules.everyDayInFull()).isFalse();
        assertThat(rules.groupEachDay()).isFalse();
    }

    @Test
    void itsNextVersionSaysTheSame() throws JsonProcessingException {
        var rules = (RuleSet) Samples.of(RuleSet.class);
        var json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(rules.as(8)))
                .isEqualTo(json.writeValueAsString(rules).replace("\"version\":7", "\"version\":8"));
    }

    @Test
    void aContractSaysOtherMinutesOfADayAndNothingElse() throws JsonProcessingException {
        var rules = (RuleSet) Samples.of(RuleSet.class);
        var json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(rules.withDaysOf(120)))
                .isEqualTo(json.writeValueAsString(rules).replace("\"dayMinutesMin\":7", "\"dayMinutesMin\":120"));
    }
}
