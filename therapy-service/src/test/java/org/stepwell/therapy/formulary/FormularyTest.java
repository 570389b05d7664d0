package org.stepwell.therapy.formulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.stepwell.therapy.Tables;
import org.stepwell.therapy.formulary.Product.Schedule;

class FormularyTest {

    private final Formulary formulary = new Formulary();

    @Test
    void anInjectionSaysWhenTheNextOneIsDueAndNothingElseDoes() {
        assertThat(formulary.products()).isNotEmpty().allSatisfy(product -> {
            var window = product.window();
            assertThat(window != null).as(product.code()).isEqualTo(product.isInjection());
            if (window != null) {
                assertThat(window.opensAfterDays()).isPositive().isLessThanOrEqualTo(window.dueAfterDays());
                assertThat(window.dueAfterDays()).isLessThanOrEqualTo(window.closesAfterDays());
            }
        });
    }

    @Test
    void everyCodeIsRxNormsAndStandsForOneProduct() {
        var codes = formulary.products().stream().map(Product::rxNorm).toList();

        assertThat(codes).doesNotContainNull().doesNotHaveDuplicates().allMatch(code -> code.matches("[1-9]\\d{3,6}"));
        assertThat(formulary.ingredients())
                .extracting(Formulary.Ingredient::rxNorm)
                .containsExactly("1819", "6813", "7243", "7242", "82819", "3554");
    }

    @Test
    void theCodesAreThoseOfTheTable() {
        var lines = formulary.products().stream().map(product -> product.code() + "," + product.rxNorm());

        assertThat(lines).containsExactlyInAnyOrderElementsOf(Tables.lines("/formulary/rxnorm.csv"));
    }

    @Test
    void methadoneIsRecordedAndNotOrderedAndWhatIsMonitoredIsScheduled() {
        assertThat(formulary.products())
                .allSatisfy(product -> assertThat(product.orderable()).isEqualTo(!product.has(Substance.METHADONE)))
                .allSatisfy(product -> assertThat(product.isControlled())
                        .as(product.code())
                        .isEqualTo(product.main() == Substance.BUPRENORPHINE || product.main() == Substance.METHADONE));
        assertThat(formulary.of("METHADONE_TABLET_5").schedule()).isEqualTo(Schedule.II);
        assertThat(formulary.of("SUBLOCADE_300").schedule()).isEqualTo(Schedule.III);
    }

    @Test
    void theWindowsAreThoseOfTheLabels() {
        assertThat(formulary.of("NALTREXONE_INJECTION_380").window()).isEqualTo(new Product.Window(28, 28, 35));
        assertThat(formulary.of("SUBLOCADE_100").window()).isEqualTo(new Product.Window(26, 28, 42));
        assertThat(formulary.of("BRIXADI_WEEKLY_24").window()).isEqualTo(new Product.Window(5, 7, 9));
        assertThat(formulary.of("BRIXADI_MONTHLY_96").window()).isEqualTo(new Product.Window(21, 28, 35));
    }

    @Test
    void everyProductSaysWhatItIsForAndHowOftenItIsTaken() {
        assertThat(formulary.products()).allSatisfy(product -> {
            assertThat(product.substances()).isNotEmpty();
            assertThat(product.indications()).isNotEmpty();
            assertThat(new HashSet<>(product.frequencies()))
                    .hasSameSizeAs(product.frequencies())
                    .isNotEmpty();
        });
    }
}
