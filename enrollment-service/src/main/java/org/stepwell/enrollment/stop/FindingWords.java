package org.stepwell.enrollment.stop;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.FindingId;
import org.stepwell.platform.seal.SealedJson;

/** Seals what people write of findings, and opens it. */
@Singleton
public class FindingWords implements Findings.Sealing {

    private static final String PART = "finding-words";

    private final SealedJson sealed;

    FindingWords(SealedJson sealed) {
        this.sealed = sealed;
    }

    @Override
    public String seal(FindingId finding, String text) {
        return sealed.seal(PART, finding.value(), text);
    }

    /** As shown to those who may read it, or to those who may not. */
    FindingView show(Finding finding, boolean readable) {
        return FindingView.of(finding, text -> readable ? open(finding.id(), text) : null);
    }

    private @Nullable String open(FindingId finding, @Nullable String text) {
        return text == null ? null : sealed.open(PART, finding.value(), text, String.class);
    }
}
