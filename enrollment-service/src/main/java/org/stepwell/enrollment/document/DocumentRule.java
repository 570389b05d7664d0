package org.stepwell.enrollment.document;

import org.stepwell.platform.problem.Rule;

enum DocumentRule implements Rule {
    DOCUMENT_IS_PDF_OR_IMAGE("A document is a PDF, a JPEG or a PNG.", 400),
    FILE_NAME_IS_ENCODED("The name of a file is percent-encoded UTF-8, of 1 to 200 characters.", 400),
    CHART_IS_FULL("A patient's documents are 200 at most, and 100 MiB together.", 409),
    DOCUMENT_WAS_REMOVED("What was removed is read by the privacy officer only.", 409),
    DOCUMENT_IS_IN_THE_CHART("What is erased was removed before.", 409),
    DOCUMENT_WAS_ERASED("What was erased is nowhere any more.", 409);

    private final String sentence;
    private final int status;

    DocumentRule(String sentence, int status) {
        this.sentence = sentence;
        this.status = status;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public int status() {
        return status;
    }
}
