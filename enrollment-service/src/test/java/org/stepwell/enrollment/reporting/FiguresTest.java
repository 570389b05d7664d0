package org.stepwell.enrollment.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.program.ProgramLevel;

class FiguresTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            EMPLOYED_OR_STUDENT    | EMPLOY=1                           | true
            EMPLOYED_OR_STUDENT    | EMPLOY=2                           | true
            EMPLOYED_OR_STUDENT    | EMPLOY=3                           | false
            EMPLOYED_OR_STUDENT    | EMPLOY=4 DETNLF=2                  | true
            EMPLOYED_OR_STUDENT    | EMPLOY=4 DETNLF=3                  | false
            EMPLOYED_OR_STUDENT    | EMPLOY=4                           |
            EMPLOYED_OR_STUDENT    | EMPLOY=-9                          |
            STABLY_HOUSED          | LIVARAG=1                          | false
            STABLY_HOUSED          | LIVARAG=2                          | true
            STABLY_HOUSED          | LIVARAG=3                          | true
            NOT_ARRESTED           | ARRESTS=0                          | true
            NOT_ARRESTED           | ARRESTS=1                          | false
            ABSTINENT_FROM_ALCOHOL | SUB1=2 FREQ1=0                     | true
            ABSTINENT_FROM_ALCOHOL | SUB1=2 FREQ1=1                     | false
            ABSTINENT_FROM_ALCOHOL | SUB1=5 FREQ1=30 SUB2=2 FREQ2=4     | false
            ABSTINENT_FROM_ALCOHOL | SUB1=5 FREQ1=30                    | true
            ABSTINENT_FROM_ALCOHOL | SUB1=1                             | true
            ABSTINENT_FROM_ALCOHOL | SUB1=2                             |
            ABSTINENT_FROM_ALCOHOL | SUB1=-9                            |
            ABSTINENT_FROM_DRUGS   | SUB1=2 FREQ1=30                    | true
            ABSTINENT_FROM_DRUGS   | SUB1=2 FREQ1=30 SUB3=4 FREQ3=1     | false
            ABSTINENT_FROM_DRUGS   | SUB1=3 FREQ1=0 SUB2=4              |
            ABSTINENT_FROM_DRUGS   | SUB1=3 SUB2=4 FREQ2=2              | false
            IN_SELF_HELP           | FREQ_ATND_SELF_HELP=0              | false
            IN_SELF_HELP           | FREQ_ATND_SELF_HELP=1              | true
            IN_SELF_HELP           | FREQ_ATND_SELF_HELP=-8             | true
            IN_SELF_HELP           | FREQ_ATND_SELF_HELP=-9             |
            """)
    void whatAnOutcomeCounts(Outcome outcome, String answers, @org.jspecify.annotations.Nullable Boolean so) {
        assertThat(outcome.of(answers(answers), Moment.ADMISSION)).isEqualTo(Optional.ofNullable(so));
        assertThat(outcome.of(answers(answers.replace("=", "_D=")), Moment.DISCHARGE))
                .isEqualTo(Optional.ofNullable(so));
    }

    @Test
    void aChangeIsOfTheSamePeople() {
        var change = new Change(Outcome.STABLY_HOUSED);
        change.count(pair("LIVARAG=1", "LIVARAG_D=3", false));
        change.count(pair("LIVARAG=3", "LIVARAG_D=3", true));
        change.count(pair("LIVARAG=3", "LIVARAG_D=1", false));
        change.count(pair("LIVARAG=1", "LIVARAG_D=2", false));
        change.count(pair("LIVARAG=3", "LIVARAG_D=-9", false));
        change.count(pair("ARRESTS=0", "LIVARAG_D=3", false));

        assertThat(change.view(new SmallCells(1)))
                .isEqualTo(new Change.View(Outcome.STABLY_HOUSED, "T15", 4, 1, 50.0, 75.0, 25.0));
        assertThat(change.view(new SmallCells(11)))
                .isEqualTo(new Change.View(Outcome.STABLY_HOUSED, "T15", null, null, null, null, null));
    }

    @Test
    void nobodyIsAFigureWithoutPercent() {
        assertThat(new Change(Outcome.NOT_ARRESTED).view(new SmallCells(11)))
                .isEqualTo(new Change.View(Outcome.NOT_ARRESTED, "T16", 0, 0, null, null, null));
    }

    @ParameterizedTest(name = "{0} of {1} hidden: {2}")
    @CsvSource(textBlock = """
            0, 0, false
            0, 11, false
            11, 11, false
            1, 40, true
            10, 40, true
            11, 40, false
            29, 40, false
            30, 40, true
            39, 40, true
            40, 40, false
            3, 10, true
            """)
    void aShareOfFewOrOfAllButFewIsHidden(long part, long whole, boolean hidden) {
        assertThat(new SmallCells(11).hidesShare(part, whole)).isEqualTo(hidden);
    }

    @Test
    void theClinicsOwnPeopleSeeAllFigures() {
        assertThat(SmallCells.of(SmallCells.Audience.CLINIC, 11).hides(1)).isFalse();
        assertThat(SmallCells.of(SmallCells.Audience.OTHERS, 11).hides(10)).isTrue();
        assertThat(SmallCells.of(SmallCells.Audience.OTHERS, 1).hides(1)).isFalse();
    }

    @Test
    void aReportIsAboutAtMostAYearThatHasCome() {
        assertThat(Days.past(MONDAY, MONDAY, MONDAY, "")).isEqualTo(new Days(MONDAY, MONDAY));
        assertThat(Days.past(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31), LocalDate.of(2029, 1, 1), ""))
                .isNotNull();
        assertRefused(ReportRule.PERIOD_IS_PAST, () -> Days.past(MONDAY, MONDAY.plusDays(1), MONDAY, ""));
        assertRefused(ReportRule.PERIOD_IS_PAST, () -> Days.past(MONDAY, MONDAY.minusDays(1), MONDAY, ""));
        assertRefused(ReportRule.PERIOD_IS_PAST, () -> Days.past(MONDAY.minusYears(2), MONDAY, MONDAY, ""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '`', textBlock = """
            -9              | -9
            02              | 02
            2026-03-02      | 2026-03-02
            =1+1            | "'=1+1"
            +SUM(A1)        | "'+SUM(A1)"
            -2+3            | "'-2+3"
            @now            | "'@now"
            a,b             | "a,b"
            say "hi" now    | "say ""hi"" now"
            """)
    void aSpreadsheetShowsACellAndNeverRunsIt(String value, String cell) {
        assertThat(Csv.line(List.of(value, 1))).isEqualTo(cell + ",1\r\n");
    }

    private static ReportRows.Pair pair(String before, String later, boolean imputed) {
        var stay = new Stay(
                new EpisodeId(UUID.randomUUID()),
                new PatientId(UUID.randomUUID()),
                MONDAY,
                MONDAY,
                new Stay.Ended(MONDAY, DischargeReason.NO_CONTACT),
                ProgramLevel.LEVEL_2_1,
                false);
        return new ReportRows.Pair(stay, answers(before), answers(later), imputed);
    }

    private static TedsAnswers answers(String text) {
        return new TedsAnswers(Arrays.stream(text.split(" "))
                .map(answer -> answer.split("="))
                .collect(Collectors.toMap(answer -> answer[0], answer -> Integer.valueOf(answer[1]))));
    }
}
