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
    private final Actors actors;

    FindingWords(SealedJson sealed, Actors actors) {
        this.sealed = sealed;
        this.actors = actors;
    }

    @Override
    public String seal(FindingId finding, String text) {
        return sealed.seal(PART, finding.value(), text);
    }

    /** As shown to the caller: clinicians read assessments, and with intake why something was overridden; others read neither. */
    FindingView show(Finding finding) {
        return FindingView.of(
                finding,
                text -> actors.callerIs(License.CLINICIANS) ? open(finding.id(), text) : null,
                text -> actors.callerIs(License.STAFF) ? open(finding.id(), text) : null);
    }

    private @Nullable String open(FindingId finding, @Nullable String text) {
        return text == null ? null : sealed.open(PART, finding.value(), text, String.class);
    }
}
