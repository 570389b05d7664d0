package org.stepwell.enrollment.document;

import java.util.List;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** What is on a paper, as a file. */
final class Pages {

    private final FileType type;
    private final byte[] bytes;

    private Pages(FileType type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** The file, where it begins as a PDF or an image does. */
    static Pages of(byte[] file) {
        var type = FileType.of(file)
                .orElseThrow(() -> new Refusal(
                        DocumentRule.DOCUMENT_IS_PDF_OR_IMAGE,
                        "It begins as none of them does, whatever its name says. Scan or save it as one of them.",
                        List.of(new FieldError("", "is no PDF, JPEG or PNG"))));
        return new Pages(type, file);
    }

    FileType type() {
        return type;
    }

    byte[] bytes() {
        return bytes;
    }
}
