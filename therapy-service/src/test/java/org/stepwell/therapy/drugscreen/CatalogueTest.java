package org.stepwell.therapy.drugscreen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stepwell.therapy.Tables;

class CatalogueTest {

    private final Catalogue catalogue = new Catalogue();

    @Test
    void everyCodeIsALoincCodeAndStandsForOneMethodOfOneAnalyte() {
        var codes = Stream.concat(
                        catalogue.analytes().stream()
                                .flatMap(one -> Stream.of(one.generic(), one.screen(), one.confirm()))
                                .filter(code -> code != null),
                        catalogue.panels().stream().map(Panel::loinc))
                .toList();

        assertThat(catalogue.analytes()).hasSize(22);
        assertThat(codes).doesNotHaveDuplicates().allMatch(CatalogueTest::isLoinc);
    }

    @Test
    void theCodesAreThoseOfTheTable() {
        var lines = catalogue.analytes().stream()
                .map(one -> String.join(
                        ",", one.code(), Objects.requireNonNullElse(one.generic(), ""), one.screen(), one.confirm()));

        assertThat(lines).containsExactlyInAnyOrderElementsOf(Tables.lines("/drugscreen/loinc.csv"));
    }

    /** LOINC numbers end in a check digit of mod 10. */
    private static boolean isLoinc(String code) {
        if (!code.matches("\\d{3,5}-\\d")) {
            return false;
        }
        var digits = code.substring(0, code.indexOf('-'));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return (10 - sum % 10) % 10 == code.charAt(code.length() - 1) - '0';
    }

    @Test
    void panelsAreOfAnalytesThatThereAre() {
        assertThat(catalogue.panels())
                .hasSize(4)
                .allSatisfy(panel -> assertThat(panel.analytes())
                        .allMatch(code -> catalogue.find(code).isPresent()));
        assertThat(catalogue.panel("65750-2").orElseThrow().analytes()).hasSize(5);
    }

    @Test
    void heroinFentanylMethadoneTramadolAndBuprenorphineAreOpioidsAndKratomIsNone() {
        assertThat(catalogue.opioids())
                .containsExactlyInAnyOrder(
                        "OPIATES",
                        "SIX_MAM",
                        "OXYCODONE",
                        "FENTANYL",
                        "NORFENTANYL",
                        "BUPRENORPHINE",
                        "NORBUPRENORPHINE",
                        "METHADONE",
                        "EDDP",
                        "TRAMADOL");
    }

    @Test
    void whatMisleadsSaysSo() {
        assertThat(catalogue.of("OPIATES").misses()).contains("fentanyl", "methadone", "buprenorphine", "oxycodone");
        assertThat(catalogue.of("BENZODIAZEPINES").misses()).contains("lorazepam");
        assertThat(catalogue.of("FENTANYL").misses()).isNull();
    }
}
