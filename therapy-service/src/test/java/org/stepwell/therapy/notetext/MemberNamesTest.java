package org.stepwell.therapy.notetext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;

class MemberNamesTest {

    private static final PatientId ADA = new PatientId(UUID.randomUUID());
    private static final PatientId BEN = new PatientId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Maya Ingrid | Lindqvist-Ross | Argued with maya lindqvist.         | NAMES_ANOTHER
            Maya Ingrid | Lindqvist-Ross | Sat with Maya I. Lindqvist-Ross.    | NAMES_ANOTHER
            Maya Ingrid | Lindqvist-Ross | Sat with Maya J Ross.               | NAMES_ANOTHER
            Maya        | Lindqvist-Ross | Lindqvist-Ross, J. Maya was there.  | NAMES_ANOTHER
            Maya        | Lindqvist-Ross | Maya spoke; then Lindqvist left.    | FIRST_NAME_OF_ANOTHER
            Maya        | Lindqvist-Ross | Lindqvist is the name of a street.  | -
            Maya        | Lindqvist-Ross | The mayan calendar came up.         | -
            Anna        | van der Berg   | Sat with Anna Berg.                 | NAMES_ANOTHER
            Anna        | van der Berg   | Sat with Anna van der Berg.         | NAMES_ANOTHER
            Anna        | van der Berg   | Sat with Anna van Gogh's picture.   | FIRST_NAME_OF_ANOTHER
            José        | García         | Sat with Jose Garcia.               | NAMES_ANOTHER
            Sean        | O'Brien        | Sat with Sean O’Brien.              | NAMES_ANOTHER
            Bo          | Li             | Sat with Bo Li.                     | NAMES_ANOTHER
            Al          | De La Cruz     | Sat with Al Cruz.                   | NAMES_ANOTHER
            """)
    void anotherStandsInAPartInFullHoweverTheyAreWritten(String given, String family, String text, String doubt) {
        var found = of(given, family).doubts(Map.of(ADA, part(text)));

        assertThat(found.getOrDefault(ADA, Set.of()).stream().map(Doubt::name).toList())
                .isEqualTo(doubt == null ? List.of() : List.of(doubt));
    }

    @Test
    void aPartMayNameWhomItIsAbout() {
        assertThat(of("Maya", "Lindqvist").doubts(Map.of(BEN, part("Maya Lindqvist spoke."))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Maya | Lindqvist-Ross | Then Maya spoke of home.           | true
            Maya | Lindqvist-Ross | then MAYA spoke                    | true
            Maya | Lindqvist-Ross | then maya spoke                    | true
            Maya | Lindqvist-Ross | the ross brothers                  | true
            Maya | Lindqvist-Ross | The mayan calendar came up.        | false
            Anna | van der Berg   | A van was parked in der Strasse.   | false
            Anna | van der Berg   | Berg spoke.                        | true
            Dana | De La Torre    | La vida, de nuevo.                 | false
            Kim  | An             | Then Kim An spoke.                 | true
            Kim  | An             | An idea came up; Kim's, perhaps.   | false
            Will | Park           | They will meet in the park.        | false
            Will | Park           | Then Will spoke.                   | true
            Will | Park           | then will park spoke               | true
            José | García         | then jose spoke                    | true
            """)
    void whatIsSharedNamesNobodyHoweverTheyAreWritten(String given, String family, String text, boolean refused) {
        var names = of(given, family);

        if (refused) {
            assertThatThrownBy(() -> names.refuse(Map.of("/shared/text", text)))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.rule()).isEqualTo(NoteTextRule.NO_NAMES_IN_SHARED_TEXT));
        } else {
            assertThatCode(() -> names.refuse(Map.of("/shared/text", text))).doesNotThrowAnyException();
        }
    }

    @Test
    void whereANameCanNotBeOpenedEveryOtherPartSaysSo() {
        var names = new MemberNames(Map.of(), Set.of(BEN));

        assertThat(names.doubts(Map.of(ADA, part("Spoke of home."), BEN, part("Spoke of work."))))
                .isEqualTo(Map.of(ADA, Set.of(Doubt.NAMES_NOT_KNOWN)));
        assertThat(names.doubts(Map.of(ADA, PartText.EMPTY))).isEmpty();
        assertThat(Doubt.NAMES_NOT_KNOWN.needsReason()).isFalse();
    }

    @Test
    void somebodyWithoutANameStandsNowhere() {
        var nameless = new MemberNames(Map.of(BEN, new Called(List.of(), List.of(" "))), Set.of());

        assertThat(nameless.doubts(Map.of(ADA, part("Spoke of home.")))).isEmpty();
        assertThatCode(() -> nameless.refuse(Map.of("/shared/text", "They spoke of home.")))
                .doesNotThrowAnyException();
    }

    /** Two of a group have one family name: about Ada it is hers, and Ben's whole name is still his. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ms. Carter called after the group. | false
            Ada Carter called.                 | false
            Benjamin offered her a drink.      | true
            Benjamin Carter is her brother.    | true
            carter and benjamin left together. | true
            """)
    void whatIsAboutOneMaySayTheirOwnNameThoughAnotherHasItToo(String text, boolean refused) {
        var names = new MemberNames(
                Map.of(
                        ADA, new Called(List.of("Adalind", "Ada"), List.of("Carter")),
                        BEN, new Called(List.of("Benjamin"), List.of("Carter"))),
                Set.of());

        if (refused) {
            assertThatThrownBy(() -> names.refuse(ADA, Map.of("/text", text))).isInstanceOf(Refusal.class);
        } else {
            assertThatCode(() -> names.refuse(ADA, Map.of("/text", text))).doesNotThrowAnyException();
        }
    }

    private static MemberNames of(String given, String family) {
        return new MemberNames(Map.of(BEN, new Called(List.of(given), List.of(family))), Set.of());
    }

    private static PartText part(String text) {
        return new PartText(Participation.ACTIVE, "Warm", text, null, List.of(), RiskNoted.NONE_NOTED, null, null);
    }
}
