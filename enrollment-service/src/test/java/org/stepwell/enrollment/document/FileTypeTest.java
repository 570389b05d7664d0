package org.stepwell.enrollment.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, whatever it is called. */
class FileTypeTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            255044462d312e37,         PDF,  a PDF
            255044462d,               PDF,  its first five bytes and no more
            ffd8ffe000104a464946,     JPEG, a photo with a JFIF header
            ffd8ffe1,                 JPEG, a photo of a telephone
            89504e470d0a1a0a0000000d, PNG,  a PNG
            """)
    void aPaperIsKnownByItsFirstBytes(String bytes, FileType type, String what) {
        assertThat(FileType.of(HexFormat.of().parseHex(bytes))).as(what).contains(type);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(textBlock = """
            '',                       nothing
            25504446,                 a byte less than a PDF has
            ffd8,                     a byte less than a JPEG has
            89504e470a1a0a,           a PNG that a text transfer has changed
            20255044462d312e37,       a PDF behind a space
            504b030414000600,         a word processor's file
            474946383961,             a GIF
            3c68746d6c3e,             a page
            4d5a9000,                 a program
            efbbbf255044462d,         a PDF behind a byte order mark
            """)
    void whatBeginsOtherwiseIsNone(String bytes, String what) {
        assertThat(FileType.of(HexFormat.of().parseHex(bytes))).as(what).isEqualTo(Optional.empty());
        assertRefused(
                DocumentRule.DOCUMENT_IS_PDF_OR_IMAGE,
                () -> Pages.of(HexFormat.of().parseHex(bytes)));
    }

    @Test
    void theNameItIsSavedUnderNamesNobody() {
        assertThat(DocumentKind.INSURANCE_CARD.fileName(FileType.JPEG)).isEqualTo("insurance-card.jpg");
    }

    @Test
    void aNameIsReadAsItWasWritten() {
        assertThat(FileName.read("card%2C%20both+sides%20%C3%BC.pdf")).isEqualTo("card, both+sides ü.pdf");
        assertThat(FileName.read(null)).isNull();
        assertThat(FileName.read("")).isNull();
        assertThat(FileName.read("a".repeat(200))).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%C3", "%00", "a%0D%0ASet-Cookie", "%E2%80%AEfdp.exe", "%20"})
    void aNameThatIsNoneIsRefused(String header) {
        assertRefused(DocumentRule.FILE_NAME_IS_ENCODED, () -> FileName.read(header));
    }

    @Test
    void aNameHasAnEnd() {
        assertRefused(DocumentRule.FILE_NAME_IS_ENCODED, () -> FileName.read("a".repeat(201)));
    }
}
