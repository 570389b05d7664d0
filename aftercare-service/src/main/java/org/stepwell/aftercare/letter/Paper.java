package org.stepwell.aftercare.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Sheets of paper, filled from above with paragraphs of one typeface that is embedded; lengths are in points. */
final class Paper implements AutoCloseable {

    /** Liberation Sans, under the SIL Open Font License, as PDFBox brings it: Latin, Greek and Cyrillic letters. */
    private static final String TYPEFACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** In place of a letter that the typeface does not have. */
    private static final String NO_SUCH_LETTER = "?";

    private static final float MARGIN = 72;
    private static final float LEADING = 1.4f;
    private static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * MARGIN;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private @Nullable PDPageContentStream ink;
    private float height = PDRectangle.LETTER.getHeight() - MARGIN;

    Paper() throws IOException {
        try (var typeface = Objects.requireNonNull(Loader.class.getResourceAsStream(TYPEFACE), TYPEFACE)) {
            font = PDType0Font.load(document, typeface, true);
        }
        document.getDocumentCatalog().setLanguage("en-US");
    }

    /** Writes what fills sheets, and answers them as a file. */
    static byte[] filled(Writing writing) {
        try (var paper = new Paper()) {
            writing.on(paper);
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills sheets. */
    @FunctionalInterface
    interface Writing {
        void on(Paper paper) throws IOException;
    }

    /** One paragraph, in letters of this size, with a line free below. */
    void write(String text, float size) throws IOException {
        for (var line : lines(printable(text), size)) {
            line(line, size);
        }
        height -= size;
    }

    private void line(String line, float size) throws IOException {
        var page = ink;
        if (page == null || height - size * LEADING < MARGIN) {
            page = turned();
        }
        height -= size * LEADING;
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(MARGIN, height);
        page.showText(line);
        page.endText();
    }

    private PDPageContentStream turned() throws IOException {
        if (ink != null) {
            ink.close();
        }
        var page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        height = PDRectangle.LETTER.getHeight() - MARGIN;
        var fresh = new PDPageContentStream(document, page);
        ink = fresh;
        return fresh;
    }

    private List<String> lines(String text, float size) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > WIDTH) {
                lines.add(line.toString());
                longer = word;
            }
            line = new StringBuilder(fitting(longer, size, lines));
        }
        lines.add(line.toString());
        return lines;
    }

    /** What is left of a word that is longer than a line, once all but its end has lines of its own. */
    private String fitting(String word, float size, List<String> lines) throws IOException {
        var rest = word;
        while (width(rest, size) > WIDTH) {
            int end = rest.length();
            while (width(rest.substring(0, end), size) > WIDTH) {
                end = rest.offsetByCodePoints(end, -1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private String printable(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> Character.isWhitespace(letter.codePointAt(0)) || has(letter) ? letter : NO_SUCH_LETTER)
                .reduce("", String::concat);
    }

    private boolean has(String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IllegalArgumentException | IOException _) {
            return false;
        }
    }

    private byte[] bytes() throws IOException {
        if (ink != null) {
            ink.close();
            ink = null;
        }
        var file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
