package org.stepwell.enrollment.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.program.ProgramLevel;

class DerivedTest {

    private static final CodeTable TABLE = Tables.publicUse();

    @ParameterizedTest(name = "born {0}, on {1}: {2}")
    @CsvSource(textBlock = """
            2004-02-29, 2026-02-28, 21
            2004-02-29, 2026-03-01, 22
            2004-02-29, 2028-02-28, 23
            2004-02-29, 2028-02-29, 24
            1991-04-12, 2026-04-11, 34
            1991-04-12, 2026-04-12, 35
            2026-03-02, 2026-03-02, 0
            2026-03-03, 2026-03-02, -9
            """)
    void age(LocalDate born, LocalDate on, int years) {
        assertThat(Derived.age(born, on)).isEqualTo(years);
    }

    @ParameterizedTest(name = "waiting since {0}, in on {1}: {2}")
    @CsvSource(textBlock = """
            2026-03-02, 2026-03-02, 0
            2026-03-02, 2026-03-09, 7
            2026-02-27, 2026-03-02, 3
            2028-02-28, 2028-03-01, 2
            2026-03-05, 2026-03-02, 0
            """)
    void daysOfWaiting(LocalDate since, LocalDate start, int days) {
        assertThat(Derived.daysWaited(since, start)).isEqualTo(days);
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(textBlock = """
            2026-03-02, 2026-03-02, 1
            2026-03-02, 2026-03-03, 1
            2026-03-02, 2026-05-30, 89
            2027-03-02, 2028-03-02, 366
            """)
    void daysOfStay(LocalDate start, LocalDate lastDay, int days) {
        assertThat(Derived.daysStayed(start, lastDay)).isEqualTo(days);
    }

    @Test
    void nobodyLeavesBeforeTheyCame() {
        var monday = LocalDate.of(2026, 3, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> Derived.daysStayed(monday, monday.minusDays(1)));
    }

    @ParameterizedTest(name = "{0}: IDU {1}, ALCDRUG {2}")
    @CsvSource(delimiter = '|', textBlock = """
            SUB1=1                                 | -9 | 0
            SUB1=-9                                | -9 | -9
            SUB1=2 ROUTE1=1                        | 0  | 1
            SUB1=2                                 | 0  | 1
            SUB1=5 ROUTE1=4                        | 1  | 2
            SUB1=2 ROUTE1=1 SUB2=5 ROUTE2=4        | 1  | 3
            SUB1=2 ROUTE1=-9 SUB2=4 ROUTE2=2       | 0  | 3
            SUB1=3 SUB2=1 SUB3=1                   | 0  | 2
            """)
    void whatTheSubstancesSayTogether(String answers, int injects, int alcoholAndDrugs) {
        assertThat(Derived.ofSubstances(answers(answers), TABLE.flags()))
                .containsEntry("IDU", injects)
                .containsEntry("ALCDRUG", alcoholAndDrugs);
    }

    @Test
    void aFlagSaysThatASubstanceWasNamedAnywhere() {
        var derived = Derived.ofSubstances(answers("SUB1=2 SUB2=1 SUB3=17"), TABLE.flags());

        assertThat(derived)
                .containsEntry("ALCFLG", 1)
                .containsEntry("INHFLG", 1)
                .containsEntry("HERFLG", 0);
        assertThat(derived.values().stream().filter(flag -> flag == 1)).hasSize(2); // ALCDRUG is 3, and IDU is 0
    }

    @ParameterizedTest
    @CsvSource({"LEVEL_1, 7", "LEVEL_2_1, 6", "LEVEL_2_5, 6"})
    void anAdmissionKeepsYearsAndDaysNotBandsAndTheServiceOfItsLevel(ProgramLevel level, int services) {
        var stay = new Stay(
                new EpisodeId(UUID.randomUUID()),
                new PatientId(UUID.randomUUID()),
                LocalDate.of(2026, 2, 20),
                LocalDate.of(2026, 3, 2),
                new Stay.Ended(LocalDate.of(2026, 5, 1), DischargeReason.STEP_DOWN_OUTPATIENT),
                level,
                false);

        assertThat(Derived.atAdmission(LocalDate.of(1991, 4, 12), stay))
                .isEqualTo(Map.of("SERVICES", services, "AGE", 34, "DAYWAIT", 10));
        assertThat(Derived.atDischarge(stay)).containsEntry("SERVICES_D", services);
    }

    private static TedsAnswers answers(String text) {
        return new TedsAnswers(Arrays.stream(text.split(" "))
                .map(answer -> answer.split("="))
                .collect(Collectors.toMap(answer -> answer[0], answer -> Integer.valueOf(answer[1]))));
    }
}
