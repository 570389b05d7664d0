package org.stepwell.therapy.handoff;

import jakarta.inject.Singleton;
import org.stepwell.platform.access.Access;
import org.stepwell.therapy.handoff.DischargeSummaryView.Shown;

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
        if (access.byPatient() && summary.status() != SummaryStatus.SIGNED) {
            return DischargeSummaryView.closed(summary);
        }
        var text = texts.open(summary);
        var facts = gatherFacts.under(text, summary);
        var addenda = summaries.addendaTo(summary.episode());
        return DischargeSummaryView.of(
                summary,
                Revision.of(summary, texts.write(facts), addenda.size()),
                new Shown(
                        access.byPatient() ? gatherFacts.toPatient(summary.episode(), facts) : facts,
                        text.content() == null ? null : text.read(),
                        summary.author(),
                        summary.signatures().view(summary.hash(), summary.holds(text)),
                        addenda.stream().map(one -> one.view(texts.open(one))).toList()));
    }
}
