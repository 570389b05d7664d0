package org.stepwell.enrollment.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTableTest {

    private static final CodeTable PUBLIC_USE = Tables.publicUse();
    private static final StateTable EXAMPLE = Tables.exampleState(PUBLIC_USE);

    @ParameterizedTest(name = "{0}={1} is {2}")
    @CsvSource(textBlock = """
            SUB1, 19, 20
            SUB2_D, 19, 20
            SUB1, 2, 02
            SUB1, 10, 10
            EMPLOY, 4, 04
            FREQ1, 30, 03
            EMPLOY, -9, 97
            """)
    void aStateHasTwoDigitsAndCodesOfItsOwn(String field, int answer, String code) {
        assertThat(told(field, Map.of(field, answer))).isEqualTo(code);
    }

    @Test
    void aStateAsksWhySomethingIsMissing() {
        assertThat(told("VET", Map.of())).isEqualTo("98");
        assertThat(told("VET", Map.of("VET", -9))).isEqualTo("97");
        assertThat(told("PREG", Map.of("GENDER", 1))).isEqualTo("96");
        assertThat(told("DETNLF", Map.of("EMPLOY", 1))).isEqualTo("96");
        assertThat(told("AGE", Map.of("AGE", 9))).isEqualTo("97");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"names": ["NOTHING"], "codes": []}                                                      | NOTHING is no field
            {"names": ["SUB1"], "codes": [{"code": 77, "state": "1"}]}                               | 77 is no public-use code of SUB1
            {"names": ["SUB1"], "codes": [{"code": 2, "state": "1"}, {"code": 2, "state": "3"}]}     | SUB1 has the code 2 twice
            {"names": ["SUB1", "SUB1"], "codes": []}                                                 | the field SUB1 stands there twice
            {"names": ["SUB1"], "codes": [{"kode": 2}]}                                              | it is no table of a state's codes
            """)
    void aStatesFileThatContradictsItselfIsRefused(String block, String sentence) {
        var json = """
                {"name": "s", "source": "s", "digits": 2,
                 "missing": {"notApplicable": "96", "unknown": "97", "notCollected": "98"}, "fields": [%s]}
                """.formatted(block);

        assertThatExceptionOfType(BrokenTable.class)
                .isThrownBy(() -> StateTable.read("s.json", json, PUBLIC_USE))
                .withMessageContaining(sentence);
    }

    private static String told(String field, Map<String, Integer> answers) {
        return EXAMPLE.code(PUBLIC_USE.find(field).orElseThrow(), new TedsAnswers(answers));
    }
}
