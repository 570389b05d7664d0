package org.stepwell.enrollment.document;

import java.util.Locale;

/** What a paper is. */
enum DocumentKind {
    /** Signed on paper, here or elsewhere. */
    SIGNED_FORM,
    /** An order, a subpoena, a condition of probation: it opens nothing by lying here, see the authorities. */
    COURT_ORDER,
    INSURANCE_CARD,
    IDENTITY_CARD,
    /** What another house sent: a letter, a summary, a result. */
    OUTSIDE_RECORD,
    OTHER;

    /** What it is called where it is saved: it names nobody. */
    String fileName(FileType type) {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + type.ending();
    }
}
