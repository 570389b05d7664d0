package org.stepwell.enrollment.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.enrollment.diagnosis.Diagnosis.Ending.ENTERED_WRONGLY;
import static org.stepwell.enrollment.diagnosis.Diagnosis.Ending.RESOLVED;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.contracts.code.Severity;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.PatientId;

class DiagnosisTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F10.10", "F10.11", "F10.20", "F10.21", "F10.231", "F11.20", "F11.21", "F12.10", "F13.20", "F14.20",
                "F15.20", "F16.10", "F18.10", "F19.20", "F19.99", "F17.210", "F32.1", "F33", "F43.10", "F90.2",
                "F11.23", "F11.13", "F12.93", "F14.23", "F15.23", "F13.239", "F19.130", "F10.26", "F10.27", "F18.17",
                "F19.16", "F10.181", "F11.922"
            })
    void aCodeOfChapterFIsOne(String code) {
        assertThat(new Code(code).text()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "F10",
                "F1020",
                "f10.20",
                "F10.2",
                "F10.30",
                "F10.200",
                "F10.50",
                "F17.20",
                "F17.100",
                "G40.1",
                "Z72.0",
                "F32.",
                "F32.12345",
                "F10.20 ",
                "F11.230",
                "F10.23",
                "F10.16",
                "F11.26",
                "F16.23",
                "F00.0"
            })
    void anythingElseIsNone(String code) {
        assertRefused(DiagnosisRule.CODE_OF_CHAPTER_F, () -> new Code(code));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            F10.10, MILD,     true
            F10.11, MILD,     true
            F10.20, MILD,     false
            F11.20, MODERATE, true
            F11.20, SEVERE,   true
            F11.21, SEVERE,   true
            F12.10, MODERATE, false
            F19.99, MILD,     false
            F33.1,  MODERATE, false
            F33.1,  -,        true
            F10.20, -,        true
            """)
    void aSeverityIsTheOneThatTheCodeSays(String code, @Nullable Severity severity, boolean fits) {
        if (fits) {
            assertThat(diagnosed(code, severity).severity()).isEqualTo(severity);
        } else {
            assertRefused(DiagnosisRule.SEVERITY_FITS_CODE, () -> diagnosed(code, severity));
        }
    }

    @Test
    void nicotineAloneQualifiesNobody() {
        assertThat(new Code("F17.210").qualifies()).isFalse();
        assertThat(new Code("F10.20").qualifies()).isTrue();
        assertThat(new Code("F33.1").qualifies()).isTrue();
    }

    @Test
    void aDiagnosisEndsOnce() {
        var diagnosis = diagnosed("F10.20", Severity.MODERATE);

        diagnosis.end(RESOLVED, "clinician:c1", MONDAY.plusSeconds(1));

        assertRefused(DiagnosisRule.DIAGNOSIS_HAS_ENDED, () -> diagnosis.end(ENTERED_WRONGLY, "clinician:c2", MONDAY));
        assertThat(diagnosis.endedBy()).isEqualTo("clinician:c1");
        assertThat(diagnosis.endedBecause()).isEqualTo(RESOLVED);
        assertThat(diagnosis.code()).isEqualTo("F10.20");
    }

    private static Diagnosis diagnosed(String code, @Nullable Severity severity) {
        return new Diagnosis(
                new DiagnosisId(UUID.randomUUID()),
                new PatientId(UUID.randomUUID()),
                new Code(code),
                severity,
                "clinician:c1",
                MONDAY);
    }
}
