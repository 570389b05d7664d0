package org.stepwell.enrollment.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

class AnswerCheckTest {

    private static final CodeTable TABLE = Tables.publicUse();
    private static final int TWENTY = 20;

    @ParameterizedTest(name = "{0} {1}: wrong are {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ADMISSION | SUB1=2 SUB2=2                             | SUB2
            ADMISSION | SUB1=1 SUB2=1                             | ''
            ADMISSION | SUB1=-9 SUB2=-9                           | ''
            ADMISSION | SUB1=2 SUB2=5 SUB3=5                      | SUB3
            ADMISSION | SUB1=2 SUB2=5 SUB3=2                      | SUB3
            ADMISSION | SUB1=2 SUB2=-9 SUB3=2                     | SUB3
            ADMISSION | SUB1=2 SUB2=2 SUB3=2                      | SUB2 SUB3
            ADMISSION | SUB1=2 SUB2=5 SUB3=4                      | ''
            ADMISSION | SUB1=2 SUB2=1 SUB3=1                      | ''
            ADMISSION | SUB1=2 SUB2=-9 SUB3=-9                    | ''
            ADMISSION | SUB1=1 SUB2=2                             | SUB2
            ADMISSION | SUB1=2 SUB2=1 SUB3=5                      | SUB3
            ADMISSION | SUB1=1 ROUTE1=1                           | ROUTE1
            ADMISSION | SUB1=1 FREQ1=0                            | FREQ1
            ADMISSION | SUB1=1 FRSTUSE1=14                        | FRSTUSE1
            ADMISSION | SUB1=1 ROUTE1=-9 FREQ1=-9 FRSTUSE1=-9     | ''
            ADMISSION | SUB2=1 ROUTE2=4 FREQ2=3 FRSTUSE2=15       | FREQ2 FRSTUSE2 ROUTE2
            ADMISSION | SUB1=2 FRSTUSE1=20                        | ''
            ADMISSION | SUB1=2 FRSTUSE1=21                        | FRSTUSE1
            ADMISSION | EMPLOY=4 DETNLF=2                         | ''
            ADMISSION | EMPLOY=3 DETNLF=2                         | DETNLF
            ADMISSION | DETNLF=2                                  | DETNLF
            ADMISSION | EMPLOY=3 DETNLF=-9                        | ''
            ADMISSION | PSOURCE=7 DETCRIM=3                       | ''
            ADMISSION | PSOURCE=1 DETCRIM=3                       | DETCRIM
            ADMISSION | GENDER=1 PREG=2                           | PREG
            ADMISSION | GENDER=2 PREG=2                           | ''
            ADMISSION | GENDER=3                                  | GENDER
            ADMISSION | SUB1=20                                   | SUB1
            ADMISSION | FREQ1=31                                  | FREQ1
            ADMISSION | ARRESTS=-1                                | ARRESTS
            ADMISSION | FREQ_ATND_SELF_HELP=-8                    | ''
            ADMISSION | NOTHING=1                                 | NOTHING
            ADMISSION | EMPLOY_D=1                                | EMPLOY_D
            ADMISSION | AGE=5                                     | AGE
            ADMISSION | ALCFLG=1                                  | ALCFLG
            ADMISSION | GENDER=9 EMPLOY=1 DETNLF=1 SUB1=3 SUB2=3  | DETNLF GENDER SUB2
            DISCHARGE | SUB1_D=4 SUB2_D=4                         | SUB2_D
            DISCHARGE | SUB1_D=4 SUB2_D=5 SUB3_D=4                | SUB3_D
            DISCHARGE | SUB1_D=1 FREQ1_D=0                        | FREQ1_D
            DISCHARGE | EMPLOY_D=1 DETNLF_D=1                     | DETNLF_D
            DISCHARGE | EMPLOY_D=4 DETNLF_D=1                     | ''
            DISCHARGE | EMPLOY=1                                  | EMPLOY
            DISCHARGE | REASON=1                                  | REASON
            DISCHARGE | LOS=10                                    | LOS
            """)
    void everyWrongAnswerIsPointedAtAtOnce(Moment moment, String answers, String wrong) {
        assertWrong(wrong, () -> check(moment, answers));
    }

    @Test
    void anyAnswerMayBeUnknown() {
        var unknown = TABLE.at(Moment.ADMISSION).stream()
                .filter(TedsField::isAsked)
                .collect(Collectors.toMap(TedsField::name, _ -> TedsAnswers.UNKNOWN));

        assertThatCode(() -> AnswerCheck.admissionMustFit(TABLE, new TedsAnswers(unknown), TWENTY))
                .doesNotThrowAnyException();
    }

    @Test
    void whereTheAgeIsNotKnownFirstUseIsNotHeldAgainstIt() {
        var answers = new TedsAnswers(Map.of("SUB1", 2, "FRSTUSE1", 40));

        assertThatCode(() -> AnswerCheck.admissionMustFit(TABLE, answers, TedsAnswers.UNKNOWN))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "at admission {0}, at discharge {1}: not asked again are {2}")
    @CsvSource(delimiter = '|', textBlock = """
            GENDER=2 EMPLOY=3 SUB1=2 FREQ1=30 AGE=38 | EMPLOY_D=1 SUB1_D=2 FREQ1_D=0   | ''
            GENDER=2 EMPLOY=3 SUB1=2 FREQ1=30 AGE=38 | EMPLOY_D=-9 SUB1_D=-9 FREQ1_D=-9 | ''
            EMPLOY=3 SUB1=2 FREQ1=30                 | SUB1_D=2                        | EMPLOY_D FREQ1_D
            EMPLOY=3 SUB1=2 FREQ1=30                 | EMPLOY_D=1 SUB1_D=1             | ''
            EMPLOY=4 DETNLF=2                        | EMPLOY_D=1                      | ''
            EMPLOY=4 DETNLF=2                        | EMPLOY_D=4                      | DETNLF_D
            EMPLOY=-9                                | SUB1_D=2                        | EMPLOY_D
            """)
    void whatWasAskedAtAdmissionIsAskedAgain(String admission, String discharge, String missing) {
        assertWrong(missing, () -> AnswerCheck.interviewMustFit(TABLE, answers(discharge), answers(admission)));
    }

    @Test
    void anInterviewWithoutAnAnswerIsNone() {
        assertWrong(
                "EMPLOY_D", () -> AnswerCheck.interviewMustFit(TABLE, new TedsAnswers(Map.of()), answers("EMPLOY=3")));
    }

    private static void check(Moment moment, String answers) {
        switch (moment) {
            case ADMISSION -> AnswerCheck.admissionMustFit(TABLE, answers(answers), TWENTY);
            case DISCHARGE -> AnswerCheck.interviewMustFit(TABLE, answers(answers), new TedsAnswers(Map.of()));
        }
    }

    private static TedsAnswers answers(String text) {
        return new TedsAnswers(Arrays.stream(text.split(" "))
                .map(answer -> answer.split("="))
                .collect(Collectors.toMap(answer -> answer[0], answer -> Integer.valueOf(answer[1]))));
    }

    private static void assertWrong(String fields, ThrowingCallable check) {
        if (fields.isEmpty()) {
            assertThatCode(check).doesNotThrowAnyException();
            return;
        }

        var refusal = catchThrowableOfType(Refusal.class, check);

        assertThat(refusal.rule()).isEqualTo(ReportRule.ANSWERS_FIT_TABLES);
        assertThat(refusal.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrderElementsOf(List.of(fields.split(" ")).stream()
                        .map(field -> "/answers/" + field)
                        .toList());
    }
}
