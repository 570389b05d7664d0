package org.stepwell.therapy.handoff;

import jakarta.inject.Singleton;
import java.util.Set;
import org.stepwell.platform.access.Access;

/** Opens a discharge summary for whoever reads it. */
@Singleton
class ShowSummary {

    private final Summaries summaries;
    private final SummaryTexts texts;
    private final GatherFacts gatherFacts;
    private final Access access;

    ShowSummary(Summaries summaries, SummaryTexts texts, GatherFacts gatherFacts, Access access) {
        this.summaries = summaries;
        this.texts = texts;
        this.gatherFacts = gatherFacts;
        this.access = access;
    }

    DischargeSummaryView of(DischargeSummary summary) {
        boolean signed = summary.status() == SummaryStatus.SIGNED;
        if (access.byPatient() && !signed) {
            return DischargeSummaryView.closed(summary);
        }
        var text = texts.open(summary);
        var then = text.signedFacts();
        var facts = then == null ? gatherFacts.of(summary.episode(), summary.patient(), summary.ending()) : then;
        return DischargeSummaryView.of(
                summary,
                facts,
                signed ? Set.of() : facts.warnings(),
                text.content() == null ? null : text.read(),
                summary.signatures().view(summary.hash(), summary.holds(text)),
                summaries.addendaTo(summary.episode()).stream()
                        .map(one -> one.view(texts.open(one)))
                        .toList());
    }
}
