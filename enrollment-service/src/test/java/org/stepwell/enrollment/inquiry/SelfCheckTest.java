package org.stepwell.enrollment.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwell.enrollment.inquiry.SelfCheck.Advice;
import org.stepwell.enrollment.inquiry.SelfCheck.Answers;
import org.stepwell.enrollment.inquiry.SelfCheck.Reply;
import org.stepwell.enrollment.inquiry.SelfCheck.Weight;

class SelfCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            in danger | always   | inpatient | support  | weight   | advice
            YES       | NO       | NO        | YES      | A_LITTLE | GET_HELP_NOW
            NOT_SURE  | NO       | NO        | YES      | A_LITTLE | GET_HELP_NOW
            YES       | YES      | YES       | NO       | A_LOT    | GET_HELP_NOW
            NO        | YES      | YES       | YES      | SOME     | MORE_THAN_A_PROGRAM_BY_DAY
            NO        | NOT_SURE | YES       | YES      | SOME     | LETS_TALK
            NO        | NO       | NO        | NO       | A_LOT    | LETS_TALK
            NO        | NO       | YES       | NOT_SURE | A_LOT    | LETS_TALK
            NO        | NO       | YES       | YES      | A_LITTLE | A_STEP_DOWN
            NO        | NO       | YES       | NO       | SOME     | LETS_TALK
            NO        | NO       | YES       | YES      | SOME     | A_STEP_DOWN
            NO        | NO       | YES       | NO       | A_LITTLE | A_STEP_DOWN
            NO        | NO       | NOT_SURE  | YES      | A_LITTLE | LESS_MAY_DO
            NO        | NO       | NO        | NO       | SOME     | LETS_TALK
            NO        | NO       | NO        | NOT_SURE | SOME     | LETS_TALK
            NO        | NO       | NO        | NO       | A_LITTLE | LESS_MAY_DO
            NO        | NO       | NO        | YES      | A_LOT    | MAY_FIT
            """)
    void whatHoldsFirstIsSaid(
            Reply inDanger, Reply always, Reply inpatient, Reply support, Weight weight, Advice advice) {
        assertThat(SelfCheck.advice(new Answers(inDanger, always, inpatient, support, weight)))
                .isEqualTo(advice);
    }

    /** All there are: each has an answer, and only danger has none but help now. */
    @Test
    void whoeverIsInDangerIsNeverToldToWaitForACall() {
        for (var always : Reply.values()) {
            for (var inpatient : Reply.values()) {
                for (var support : Reply.values()) {
                    for (var weight : Weight.values()) {
                        var result = SelfCheck.result(new Answers(Reply.YES, always, inpatient, support, weight));

                        assertThat(result.advice()).isEqualTo(Advice.GET_HELP_NOW);
                        assertThat(result.callBack()).isFalse();
                        assertThat(result.words()).contains("911", "988");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reply.class)
    void theNumbersAreAlwaysThereAndNothingIsDiagnosed(Reply danger) {
        var result = SelfCheck.result(new Answers(danger, Reply.NO, Reply.NO, Reply.YES, Weight.A_LOT));

        assertThat(result.lines()).extracting(SelfCheck.Line::call).containsExactly("911", "988", "1-800-662-4357");
        assertThat(Stream.of("you have ", "you are an", "disorder", "addict", "patient"))
                .noneMatch(result.words().toLowerCase(java.util.Locale.ROOT)::contains);
    }
}
