package org.stepwell.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwell.instruments.Instruments.Use;

class InstrumentsTest {

    @TempDir
    Path folder;

    @Test
    void theCatalogueHoldsWhatWeShip() {
        assertThat(Instruments.load().all())
                .extracting(Instrument::code)
                .containsExactly(
                        "AUDIT",
                        "AUDIT-C",
                        "BAM",
                        "BAM-IOP",
                        "BAM-R",
                        "C-SSRS",
                        "C-SSRS-SLC",
                        "CIWA-Ar",
                        "COWS",
                        "GAD-7",
                        "PCL-5",
                        "PHQ-9",
                        "READINESS");
        assertThat(Instruments.load().find("PHQ-2")).isEmpty();
    }

    @Test
    void aPackOfItsOwnJoinsByItsList() throws IOException {
        write("instruments/ruler.json", ruler());
        write("META-INF/stepwell/instruments", "# ours\n\ninstruments/ruler.json\n");

        assertThat(load(Use.NON_COMMERCIAL).all()).extracting(Instrument::code).contains("PHQ-9", "RULER");
    }

    @Test
    void aPackForNonCommercialUseIsRefusedWhereMoneyIsEarned() throws IOException {
        write("instruments/ruler.json", ruler());
        write("META-INF/stepwell/instruments", "instruments/ruler.json");

        assertThatExceptionOfType(BrokenPack.class)
                .isThrownBy(() -> load(Use.COMMERCIAL))
                .withMessageContaining("RULER may not be used commercially");
    }

    @Test
    void anOptionalPackIsReadWhereItsLicenceFitsTheDeclaredUse() {
        var research = Instruments.load(Use.NON_COMMERCIAL, Set.of("DAST-10", "BARC-10"));

        assertThat(research.find("DAST-10")).isPresent();
        assertThat(research.find("BARC-10")).isPresent();
        for (var code : List.of("DAST-10", "BARC-10")) {
            assertThat(Instruments.load().find(code)).isEmpty();
            assertThatExceptionOfType(BrokenPack.class)
                    .isThrownBy(() -> Instruments.load(Use.COMMERCIAL, Set.of(code)))
                    .withMessageContaining(code + " may not be used commercially");
        }
    }

    @Test
    void anOptionalPackThatIsNotThereIsNamed() {
        assertThatExceptionOfType(BrokenPack.class)
                .isThrownBy(() -> Instruments.load(Use.COMMERCIAL, Set.of("URICA")))
                .withMessageContaining("no optional pack URICA")
                .withMessageContaining("BARC-10, DAST-10");
    }

    @Test
    void twoPacksNeverShareACode() throws IOException {
        write("META-INF/stepwell/instruments", "instruments/phq-9.json");

        assertThatExceptionOfType(BrokenPack.class)
                .isThrownBy(() -> load(Use.COMMERCIAL))
                .withMessageContaining("a second pack has the code PHQ-9");
    }

    @Test
    void aListedPackThatIsNotThereIsNamed() throws IOException {
        write("META-INF/stepwell/instruments", "instruments/gone.json");

        assertThatExceptionOfType(BrokenPack.class)
                .isThrownBy(() -> load(Use.COMMERCIAL))
                .withMessageContaining("instruments/gone.json")
                .withMessageContaining("not on the class path");
    }

    @Test
    void anEmptyClassPathIsNotAnEmptyCatalogue() throws IOException {
        try (var nothing = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            assertThatExceptionOfType(BrokenPack.class)
                    .isThrownBy(() -> Instruments.load(nothing, Use.COMMERCIAL, Set.of()))
                    .withMessageContaining("no pack is listed");
        }
    }

    @Test
    void aReversedItemCountsLeastWhereItsAnswerIsHighest() throws IOException {
        var ruler = ruler("instruments/ruler.json");

        assertThat(ruler.score(Map.of("1", 0, "2", 0, "3", 0)).subscales())
                .extracting(ScaleScore::points)
                .containsExactly(1, 0);
        assertThat(ruler.score(Map.of("1", 1, "2", 1, "3", 1)).subscales())
                .extracting(ScaleScore::points)
                .containsExactly(1, 1);
    }

    @Test
    void subscalesStandWithoutATotalAndMissTheirOwnAnswersOnly() throws IOException {
        var score = ruler("instruments/ruler.json").score(Map.of("1", 1, "3", 1));

        assertThat(score.total()).isNull();
        assertThat(score.missing()).containsExactly("2");
        assertThat(score.subscales())
                .containsExactly(
                        new ScaleScore("WANT", null, null, false),
                        new ScaleScore("CAN", 1, new Finding("YES", "Yes", true), false));
        assertThat(ruler("instruments/ruler.json").change(1, 0)).isEmpty();
    }

    private Instrument ruler(String resource) throws IOException {
        write(resource, ruler());
        return Pack.read(resource, Files.readAllBytes(folder.resolve(resource)));
    }

    private Instruments load(Use use) throws IOException {
        URI own = folder.toUri();
        try (var packs = new URLClassLoader(new URL[] {own.toURL()}, Instruments.class.getClassLoader())) {
            return Instruments.load(packs, use, Set.of());
        }
    }

    private void write(String resource, String text) throws IOException {
        var file = folder.resolve(resource);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Made up for these tests: no total, two subscales, one reversed item, not for commercial use. */
    private static String ruler() {
        return """
                {"code": "RULER", "version": "1", "language": "en", "title": "Ruler", "question": "Today?", "loinc": null,
                 "licence": {"name": "CC BY-NC 4.0", "commercialUse": false, "notice": "Made up."},
                 "whole": false, "groups": [],
                 "answers": {"yesNo": {"number": null, "choices": [
                  {"code": "NO", "loinc": null, "value": 0, "label": "No"},
                  {"code": "YES", "loinc": "LA33-6", "value": 1, "label": "Yes"}]}},
                 "items": [
                  {"label": "1", "linkId": "1", "loinc": null, "answers": "yesNo", "scored": true, "reversed": false,
                   "window": null, "text": "I want it", "notAskedAfter": [], "notMoreThan": null},
                  {"label": "2", "linkId": "2", "loinc": null, "answers": "yesNo", "scored": true, "reversed": true,
                   "window": null, "text": "I do not want it", "notAskedAfter": [], "notMoreThan": null},
                  {"label": "3", "linkId": "3a", "loinc": null, "answers": "yesNo", "scored": true, "reversed": false,
                   "window": null, "text": "I can", "notAskedAfter": [], "notMoreThan": null}],
                 "total": null,
                 "subscales": [
                  {"code": "WANT", "loinc": null, "method": "SUM", "items": ["1", "2"], "prorateMissingMax": 0, "bands": [],
                   "bandsFor": {}, "raisedWhen": [], "levels": []},
                  {"code": "CAN", "loinc": null, "method": "SUM", "items": ["3"], "prorateMissingMax": 0, "bands": [
                   {"code": "NO", "label": "No", "from": 0, "to": 0, "positive": false},
                   {"code": "YES", "label": "Yes", "from": 1, "to": 1, "positive": true}],
                   "bandsFor": {}, "raisedWhen": [], "levels": []}],
                 "alerts": [], "change": null}
                """;
    }
}
