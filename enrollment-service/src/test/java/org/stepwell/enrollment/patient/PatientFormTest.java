package org.stepwell.enrollment.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.problem.Refusal;

class PatientFormTest {

    /** Whoever was born on the leap day is of age on the first of March. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2008-03-03, 2026-03-02, MINOR_HAS_A_GUARDIAN
            2008-03-02, 2026-03-02,
            2008-02-29, 2026-02-28, MINOR_HAS_A_GUARDIAN
            2008-02-29, 2026-03-01,
            2026-03-02, 2026-03-02, BORN_IN_THE_FUTURE
            """)
    void aMinorIsNotRegisteredAlone(LocalDate born, LocalDate today, @Nullable PatientRule rule) {
        var form = bornOn(born);

        if (rule == null) {
            assertThatCode(() -> form.mustMakeSense(today)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> form.mustMakeSense(today))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
        }
    }

    private static PatientForm bornOn(LocalDate day) {
        return new PatientForm(
                "Maya",
                "Lindqvist",
                null,
                null,
                day,
                "en",
                null,
                null,
                null,
                null,
                null,
                new SafeContact(true, false, false, false, null, null),
                List.of(),
                null,
                null,
                null);
    }
}
