package org.stepwell.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broken pack stops the service at its start, and the message says what is wrong in it. */
class PackTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void thePackWeShipIsWhole() throws IOException {
        assertThat(Pack.read("phq-9.json", phq9().getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("PHQ-9");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    licence
                    version
                    items
                    alerts
                    total
                    """)
    void aMissingPartIsNamed(String part) {
        assertBroken("'" + part + "'", pack -> pack.remove(part));
    }

    @Test
    void aNullWhereSomethingMustBeIsNamed() {
        assertBroken("\"items\"", pack -> pack.putNull("items"));
        assertBroken("\"text\"", pack -> item(pack, 4).putNull("text"));
    }

    @Test
    void anUnknownPartIsRefusedBecauseItMayBeAMisspeltOne() {
        assertBroken("\"reverse\"", pack -> item(pack, 1).put("reverse", true));
    }

    @Test
    void aValueInQuotesIsNotANumber() {
        assertBroken("int", pack -> answer(pack, 1).put("value", "1"));
    }

    @Test
    void textAfterThePackIsRefused() throws IOException {
        var twice = (phq9() + "{}").getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(BrokenPack.class).isThrownBy(() -> Pack.read("twice.json", twice));
    }

    @Test
    void aBlankNoticeIsNoNotice() {
        assertBroken("notice is blank", pack -> ((ObjectNode) pack.get("licence")).put("notice", " "));
    }

    @Test
    void aMistypedLoincCodeIsCaughtByItsCheckDigit() {
        assertBroken("check digit of LOINC code 44259-8", pack -> item(pack, 3).put("loinc", "44259-8"));
        assertBroken("no LOINC code", pack -> pack.put("loinc", "PHQ"));
        assertBroken("no LOINC answer code", pack -> answer(pack, 0).put("loinc", "6568-5"));
    }

    @Test
    void noTwoItemsHaveTheSameLabel() {
        assertBroken("item 7 is there twice", pack -> item(pack, 6).put("label", "7"));
    }

    @Test
    void anItemDependsOnItemsBeforeIt() {
        assertBroken(
                "name items before it",
                pack -> item(pack, 2).putArray("notAskedAfter").addArray().add("3"));
        assertBroken("name one before it", pack -> item(pack, 2).put("notMoreThan", "2"));
    }

    @Test
    void anAnswerIsABoxOrANumber() {
        assertBroken("either choices or a number", pack -> answers(pack).putArray("choices"));
        assertBroken("steps end at 3", pack -> {
            answers(pack).putArray("choices");
            var number = answers(pack).putObject("number");
            number.put("from", 0).put("to", 30).put("unit", "days").putArray("anchors");
            number.putArray("steps").addObject().put("upTo", 3).put("points", 0);
        });
    }

    @Test
    void whatAnItemPointsAtMustExist() {
        assertBroken("answer set often", pack -> item(pack, 2).put("answers", "often"));
        assertBroken("counts item 9", pack -> item(pack, 9).put("scored", false));
        assertBroken("scored but in no scale", pack -> item(pack, 10).put("scored", true));
    }

    @Test
    void twoAnswersNeverShareAValue() {
        assertBroken("value 0 is there twice", pack -> answer(pack, 1).put("value", 0));
    }

    @Test
    void eachScoreHasExactlyOneBand() {
        assertBroken("band MILD is 6 to 9", pack -> band(pack, 1).put("from", 6));
        assertBroken("band MODERATE is 10 to 14", pack -> band(pack, 1).put("to", 10));
        assertBroken("bands end at 26", pack -> band(pack, 4).put("to", 26));
    }

    @Test
    void aScoreNeedsAtLeastOneAnswer() {
        assertBroken("prorateMissingMax is 9", pack -> ((ObjectNode) pack.get("total")).put("prorateMissingMax", 9));
    }

    @Test
    void anAlertThatCanNeverBeRaisedIsRefused() {
        assertBroken("never hold", pack -> condition(pack).put("atLeast", 4));
        assertBroken("never hold", pack -> condition(pack).putArray("items").add("12"));
        assertBroken("never hold", pack -> condition(pack).put("count", 2));
        assertBroken("has no reason", pack -> alert(pack).putArray("when"));
        assertBroken("does not say what to do", pack -> alert(pack).put("action", ""));
    }

    private static void assertBroken(String because, Consumer<ObjectNode> damage) {
        assertThatExceptionOfType(BrokenPack.class)
                .isThrownBy(() -> {
                    var pack = (ObjectNode) JSON.readTree(phq9());
                    damage.accept(pack);
                    Pack.read("damaged.json", JSON.writeValueAsBytes(pack));
                })
                .withMessageContaining("damaged.json")
                .withMessageContaining(because);
    }

    private static String phq9() throws IOException {
        try (var in = PackTest.class.getResourceAsStream("/instruments/phq-9.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ObjectNode item(ObjectNode pack, int number) {
        return (ObjectNode) pack.get("items").get(number - 1);
    }

    private static ObjectNode answer(ObjectNode pack, int place) {
        return (ObjectNode) answers(pack).get("choices").get(place);
    }

    private static ObjectNode answers(ObjectNode pack) {
        return (ObjectNode) pack.get("answers").get("frequency");
    }

    private static ObjectNode band(ObjectNode pack, int place) {
        return (ObjectNode) pack.get("total").get("bands").get(place);
    }

    private static ObjectNode condition(ObjectNode pack) {
        return (ObjectNode) alert(pack).get("when").get(0);
    }

    private static ObjectNode alert(ObjectNode pack) {
        return (ObjectNode) pack.get("alerts").get(0);
    }
}
