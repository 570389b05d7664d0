package org.stepwell.enrollment.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTableTest {

    private static final CodeTable PUBLIC_USE = Tables.publicUse();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            SERVICES   | A D | 1 hospital; 2 residential; 3 rehabilitation, hospital; 4 short; 5 long; 6 intensive outpatient; 7 non-intensive; 8 ambulatory, detox
            REASON     | D   | 1 completed; 2 dropped out; 3 terminated by facility; 4 transferred; 5 incarcerated; 6 death; 7 other
            GENDER     | A   | 1 male; 2 female
            RACE       | A   | 1 alaska; 2 american indian; 3 asian or pacific; 4 black; 5 white; 6 asian; 7 other single; 8 two or more; 9 hawaiian
            ETHNIC     | A   | 1 puerto rican; 2 mexican; 3 cuban; 4 not of hispanic; 5 not specified
            MARSTAT    | A   | 1 never; 2 now married; 3 separated; 4 divorced or widowed
            EDUC       | A   | 1 grade 8; 2 grades 9 to 11; 3 ged; 4 1 to 3 years; 5 4 years
            EMPLOY     | A D | 1 full-time; 2 part-time; 3 unemployed; 4 not in labor force
            DETNLF     | A D | 1 homemaker; 2 student; 3 retired or disabled; 4 resident of an institution; 5 other
            PREG       | A   | 1 yes; 2 no
            VET        | A   | 1 yes; 2 no
            LIVARAG    | A D | 1 homeless; 2 dependent; 3 independent
            PRIMINC    | A   | 1 wages; 2 public assistance; 3 disability; 4 other; 5 none
            ARRESTS    | A D | 0 none; 1 once; 2 two or more
            METHUSE    | A   | 1 yes; 2 no
            DAYWAIT    | A   | 0 0; 1 1 to 7; 2 8 to 14; 3 15 to 30; 4 31
            PSOURCE    | A   | 1 self; 2 substance use; 3 other health; 4 school; 5 eap; 6 community; 7 dui
            DETCRIM    | A   | 1 court; 2 adjudication; 3 parole; 4 legal entity; 5 diversion; 6 prison; 7 dui; 8 other
            NOPRIOR    | A   | 0 none; 1 one or more
            SUB1       | A D | 1 none; 2 alcohol; 3 cocaine; 4 marijuana; 5 heroin; 6 methadone; 7 opiates; 8 pcp; 9 hallucinogens; 10 methamphetamine; 11 other amphetamines; 12 other stimulants; 13 benzodiazepines; 14 other tranquilizers; 15 barbiturates; 16 other sedatives; 17 inhalants; 18 over-the-counter; 19 other
            ROUTE1     | A   | 1 oral; 2 smoking; 3 inhalation; 4 injection; 5 other
            FREQ1      | A D | 1 no use; 2 some; 3 daily
            FRSTUSE1   | A   | 1 11; 2 12 to 14; 3 15 to 17; 4 18 to 20; 5 21 to 24; 6 25 to 29; 7 30
            FREQ_ATND_SELF_HELP | A D | 1 no; 2 1 to 3; 3 4 to 7; 4 8 to 30; 5 unknown
            HLTHINS    | A   | 1 private; 2 medicaid; 3 medicare; 4 none
            PRIMPAY    | A   | 1 self; 2 private; 3 medicare; 4 medicaid; 5 other government; 6 no charge; 7 other
            PSYPROB    | A   | 1 yes; 2 no
            DSMCRIT    | A   | 1 alcohol-induced; 2 substance-induced; 3 intoxication; 4 alcohol dependence; 5 opioid dependence; 6 cocaine dependence; 7 cannabis dependence; 8 other substance dependence; 9 alcohol abuse; 10 cannabis abuse; 11 other substance abuse; 12 opioid abuse; 13 cocaine abuse; 14 anxiety; 15 depressive; 16 psychotic; 17 bipolar; 18 attention; 19 other
            IDU        | A   | 0 no; 1 injection
            ALCDRUG    | A   | 0 none; 1 alcohol only; 2 drugs only; 3 alcohol and
            """)
    void aFieldHasThePublicUseCodes(String name, String at, String codes) {
        for (var moment : at.split(" ", -1)) {
            var field = PUBLIC_USE
                    .find(moment.equals("D") && at.length() > 1 ? name + "_D" : name)
                    .orElseThrow();
            var expected =
                    Arrays.stream(codes.split("; ", -1)).map(String::strip).toList();

            assertThat(field.moment()).isEqualTo(moment.equals("A") ? Moment.ADMISSION : Moment.DISCHARGE);
            assertThat(field.codes()).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                var words = expected.get(i).split(" ", 2);
                var code = field.codes().get(i);
                assertThat(code.code()).isEqualTo(Integer.parseInt(words[0]));
                assertThat(code.label()).containsIgnoringCase(words[1]);
            }
        }
    }

    @ParameterizedTest(name = "{0} of {1} is told as {2}")
    @CsvSource(textBlock = """
            AGE, 11, -9
            AGE, 12, 1
            AGE, 14, 1
            AGE, 15, 2
            AGE, 17, 2
            AGE, 18, 3
            AGE, 21, 4
            AGE, 25, 5
            AGE, 30, 6
            AGE, 35, 7
            AGE, 40, 8
            AGE, 45, 9
            AGE, 50, 10
            AGE, 55, 11
            AGE, 64, 11
            AGE, 65, 12
            LOS, 1, 1
            LOS, 30, 30
            LOS, 31, 31
            LOS, 45, 31
            LOS, 46, 32
            LOS, 60, 32
            LOS, 61, 33
            LOS, 90, 33
            LOS, 91, 34
            LOS, 120, 34
            LOS, 121, 35
            LOS, 180, 35
            LOS, 181, 36
            LOS, 365, 36
            LOS, 366, 37
            DAYWAIT, 0, 0
            DAYWAIT, 1, 1
            DAYWAIT, 7, 1
            DAYWAIT, 8, 2
            DAYWAIT, 14, 2
            DAYWAIT, 15, 3
            DAYWAIT, 30, 3
            DAYWAIT, 31, 4
            FRSTUSE1, 11, 1
            FRSTUSE1, 12, 2
            FRSTUSE2, 15, 3
            FRSTUSE2, 18, 4
            FRSTUSE3, 21, 5
            FRSTUSE3, 25, 6
            FRSTUSE3, 30, 7
            FREQ1, 0, 1
            FREQ1, 1, 2
            FREQ1, 29, 2
            FREQ1, 30, 3
            FREQ2_D, 0, 1
            ARRESTS, 0, 0
            ARRESTS, 1, 1
            ARRESTS_D, 2, 2
            ARRESTS_D, 7, 2
            FREQ_ATND_SELF_HELP, 0, 1
            FREQ_ATND_SELF_HELP, 3, 2
            FREQ_ATND_SELF_HELP, 7, 3
            FREQ_ATND_SELF_HELP, 8, 4
            FREQ_ATND_SELF_HELP_D, 30, 4
            FREQ_ATND_SELF_HELP_D, -8, 5
            SUB3_D, 19, 19
            SUB3_D, -9, -9
            """)
    void aNumberIsToldByItsBand(String field, int detail, int code) {
        assertThat(PUBLIC_USE.find(field).orElseThrow().code(new TedsAnswers(Map.of(field, detail))))
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            DETNLF    | only if EMPLOY=4
            DETNLF_D  | only if EMPLOY_D=4
            DETCRIM   | only if PSOURCE=7
            PREG      | not if GENDER=1
            ROUTE1    | not if SUB1=1
            ROUTE3    | not if SUB3=1
            FREQ2     | not if SUB2=1
            FREQ2_D   | not if SUB2_D=1
            FRSTUSE1  | not if SUB1=1
            """)
    void someFieldsAreAskedOnlyIf(String field, String condition) {
        assertThat(PUBLIC_USE.find(field).orElseThrow().condition())
                .isNotNull()
                .satisfies(found -> assertThat(found.sentence()).isEqualTo(condition));
    }

    @Test
    void eachSubstanceButNoneHasItsFlag() {
        assertThat(PUBLIC_USE.flags()).hasSize(18).containsEntry("ALCFLG", 2).containsEntry("HERFLG", 5);
        assertThat(PUBLIC_USE.flags().values()).doesNotHaveDuplicates().doesNotContain(1);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            "codes": [{"code": 1, "label": "a"}, {"code": 1, "label": "b"}]                                         | null                                          | has the code 1 twice
            "codes": []                                                                                             | null                                          | has no codes
            "codes": [{"code": 1, "label": "a", "from": 3, "to": 2}]                                                | null                                          | ends before it begins
            "codes": [{"code": 1, "label": "a", "from": 1, "to": 3}, {"code": 2, "label": "b", "from": 3, "to": 4}] | null                                          | another code's too
            "codes": [{"code": 1, "label": "a", "from": 1}]                                                         | null                                          | says from where and to where
            "codes": [{"code": 1, "label": "a"}]                                                                    | {"field": "NOTHING", "is": [1], "isNot": []}  | which is no field
            "codes": [{"code": 1, "label": "a"}]                                                                    | {"field": "X", "is": [9], "isNot": []}        | which is no code of it
            "code": []                                                                                              | null                                          | it is no table of codes
            """)
    void aTableThatContradictsItselfIsRefusedWithASentence(String codes, String condition, String sentence) {
        var json = """
                {"name": "t", "source": "s", "fields": [
                {"names": ["X"], "at": ["ADMISSION"], "ask": "CODE", "question": null, "condition": %s, %s}]}
                """.formatted(condition, codes);

        assertThatExceptionOfType(BrokenTable.class)
                .isThrownBy(() -> CodeTable.read("t.json", json))
                .withMessageStartingWith("t.json: ")
                .withMessageContaining(sentence);
    }

    @Test
    void aFieldStandsInATableOnce() {
        var block = """
                {"names": ["X"], "at": ["ADMISSION"], "ask": "CODE", "question": null, "condition": null,
                "codes": [{"code": 1, "label": "a"}]}
                """;

        assertThatExceptionOfType(BrokenTable.class)
                .isThrownBy(() -> CodeTable.read(
                        "t.json", "{\"name\": \"t\", \"source\": \"s\", \"fields\": [%s, %s]}".formatted(block, block)))
                .withMessageContaining("the field X stands there twice");
    }
}
