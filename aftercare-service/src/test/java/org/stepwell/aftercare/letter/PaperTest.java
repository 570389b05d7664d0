package org.stepwell.aftercare.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperTest {

    private static final float PLAIN = 11;

    @Test
    void lettersOfManyLanguagesAreTheirOwn() throws IOException {
        assertThat(text("Zoë Łukasiewicz, Ελένη Παππά, Наталья Щукина"))
                .isEqualTo("Zoë Łukasiewicz, Ελένη Παππά, Наталья Щукина");
    }

    @Test
    void aLetterThatTheTypefaceDoesNotHaveIsAQuestionMarkAndNoError() throws IOException {
        assertThat(text("Mei 美 Lin \uD83D\uDE00.")).isEqualTo("Mei ? Lin ?.");
    }

    @Test
    void whatIsLongerThanALineGoesOnInTheNextAndNothingIsLost() throws IOException {
        var word = "w".repeat(400);

        assertThat(text("One " + word + " two").replace(" ", "")).isEqualTo("One" + word + "two");
    }

    @Test
    void whatIsLongerThanASheetGoesOnOnAnother() throws IOException {
        var file = Paper.filled(paper -> {
            for (int i = 0; i < 60; i++) {
                paper.write("Paragraph number %d.".formatted(i), PLAIN);
            }
        });

        try (var document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(new PDFTextStripper().getText(document)).contains("number 0.", "number 59.");
        }
    }

    private static String text(String words) throws IOException {
        try (var document = Loader.loadPDF(Paper.filled(paper -> paper.write(words, PLAIN)))) {
            return new PDFTextStripper().getText(document).strip().replaceAll("\\s+", " ");
        }
    }
}
