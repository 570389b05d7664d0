package org.stepwell.enrollment.document;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.DocumentId;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.seal.SealedJson;

/** What is said about a document in words: sealed, and of what was removed shown to the privacy officer only. */
@Singleton
class ShownDocuments {

    static final String NAME = "document-name";
    static final String REMOVAL = "document-removal";
    static final String ERASURE = "document-erasure";

    private final SealedJson sealed;
    private final Caller caller;

    ShownDocuments(SealedJson sealed, Caller caller) {
        this.sealed = sealed;
        this.caller = caller;
    }

    String seal(String part, DocumentId document, String words) {
        return sealed.seal(part, document.value(), words);
    }

    @Nullable
    String sealIfSaid(String part, DocumentId document, @Nullable String words) {
        return words == null ? null : seal(part, document, words);
    }

    DocumentView view(Document document) {
        boolean inTheChart = document.status() == Document.Status.FILED;
        boolean decides = decides();
        return new DocumentView(
                document.id(),
                document.patient(),
                document.kind(),
                document.status(),
                document.type(),
                document.bytes(),
                inTheChart || decides ? opened(NAME, document, document.sealedName()) : null,
                document.filedAt(),
                document.filedBy(),
                document.removedBecause(),
                decides ? opened(REMOVAL, document, document.sealedRemovalWords()) : null,
                document.removedAt(),
                decides ? opened(ERASURE, document, document.sealedErasureWords()) : null,
                document.erasedAt());
    }

    /** Whether the caller decides about what was removed. */
    boolean decides() {
        return caller.identity().roles().contains(Role.PRIVACY_OFFICER);
    }

    private @Nullable String opened(String part, Document document, @Nullable String words) {
        return words == null ? null : sealed.open(part, document.id().value(), words, String.class);
    }
}
