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
            EMPLOY, -9, 97
            """)
    void aStateHasTwoDigitsAndCodesOfItsOwn(String field, int answer, String code) {
        assertThat(told(field, Map.of(field, answer))).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}={1} is {2}")
    @CsvSource(textBlock = """
            FREQ1, 0, 01
            FREQ1, 3, 02
            FREQ1, 4, 03
            FREQ2_D, 29, 04
            FREQ1, 30, 05
            FREQ1, -9, 97
            FRSTUSE1, 16, 16
            FRSTUSE3, 9, 09
            FRSTUSE1, 101, 95
            AGE, 40, 40
            AGE, 44, 44
            AGE, 9, 09
            AGE, 112, 95
            AGE, -9, 97
            """)
    void aStateMayAskForWhatIsBehindABand(String field, int answer, String code) {
        assertThat(told(field, Map.of(field, answer))).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}={1} is {2}")
    @CsvSource(textBlock = """
            AGE, 41, 08
            AGE, 9, 97
            FREQ1, 3, 02
            FREQ1, 30, D
            FREQ_ATND_SELF_HELP, -8, 99
            FREQ_ATND_SELF_HELP, 12, 12
            """)
    void whatAStateDoesNotAskForIsToldInBands(String field, int answer, String code) {
        var state = StateTable.read("s.json", file("""
                {"names": ["FREQ1"], "codes": [{"code": 3, "state": "D"}]},
                {"names": ["FREQ_ATND_SELF_HELP"], "asAnswered": true, "codes": [{"from": -8, "to": -8, "state": "99"}]}
                """), PUBLIC_USE);

        assertThat(state.code(PUBLIC_USE.find(field).orElseThrow(), new TedsAnswers(Map.of(field, answer))))
                .isEqualTo(code);
    }

    @Test
    void aStateAsksWhySomethingIsMissing() {
        assertThat(told("VET", Map.of())).isEqualTo("98");
        assertThat(told("VET", Map.of("VET", -9))).isEqualTo("97");
        assertThat(told("PREG", Map.of("GENDER", 1))).isEqualTo("96");
        assertThat(told("DETNLF", Map.of("EMPLOY", 1))).isEqualTo("96");
        assertThat(told("FREQ1", Map.of())).isEqualTo("98");
        assertThat(told("FREQ1", Map.of("SUB1", 1))).isEqualTo("96");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"names": ["NOTHING"], "codes": []}                                                      | NOTHING is no field
            {"names": ["SUB1"], "codes": [{"code": 77, "state": "1"}]}                               | 77 is no public-use code of SUB1
            {"names": ["SUB1"], "codes": [{"code": 2, "state": "1"}, {"code": 2, "state": "3"}]}     | SUB1 has the code 2 twice
            {"names": ["SUB1", "SUB1"], "codes": []}                                                 | the field SUB1 stands there twice
            {"names": ["SUB1"], "asAnswered": true, "codes": []}                                     | SUB1 is answered by a code
            {"names": ["SUB1"], "codes": [{"from": 2, "to": 3, "state": "1"}]}                       | SUB1 is answered by a code
            {"names": ["AGE"], "asAnswered": true, "codes": []}                                      | AGE has no code of 2 digits for 100
            {"names": ["FREQ1"], "codes": [{"from": 1, "to": 30, "state": "1"}]}                     | FREQ1 has no code of 2 digits for 0
            {"names": ["FREQ1"], "codes": [{"from": 0, "to": 9, "state": "1"}, {"from": 9, "to": 30, "state": "2"}]} | FREQ1 from 9 on ends before it begins, or is told twice
            {"names": ["FREQ1"], "codes": [{"from": 30, "to": 0, "state": "1"}]}                     | FREQ1 from 30 on ends before it begins
            {"names": ["FREQ1"], "codes": [{"from": 0, "state": "1"}]}                               | FREQ1 has a pair of no code, or of half a band
            {"names": ["FREQ1"], "codes": [{"state": "1"}]}                                          | FREQ1 has a pair of no code, or of half a band
            {"names": ["FREQ1"], "codes": [{"code": 1, "from": 0, "to": 30, "state": "1"}]}          | FREQ1 has a pair of no code, or of half a band
            {"names": ["FREQ1"], "codes": [{"code": 1, "state": "1"}, {"from": 0, "to": 30, "state": "1"}]} | FREQ1 is told by codes or by numbers, not by both
            {"names": ["SUB1"], "codes": [{"kode": 2}]}                                              | it is no table of a state's codes
            """)
    void aStatesFileThatContradictsItselfIsRefused(String block, String sentence) {
        assertThatExceptionOfType(BrokenTable.class)
                .isThrownBy(() -> StateTable.read("s.json", file(block), PUBLIC_USE))
                .withMessageContaining(sentence);
    }

    private static String file(String blocks) {
        return """
                {"name": "s", "source": "s", "digits": 2,
                 "missing": {"notApplicable": "96", "unknown": "97", "notCollected": "98"}, "fields": [%s]}
                """.formatted(blocks);
    }

    private static String told(String field, Map<String, Integer> answers) {
        return EXAMPLE.code(PUBLIC_USE.find(field).orElseThrow(), new TedsAnswers(answers));
    }
}
