package org.stepwell.therapy.handoff;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyFact.DischargeSummarySigned;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.time.Due;
import org.stepwell.therapy.roster.Signer;
import org.stepwell.therapy.roster.StaffMembers;

/** Signs a discharge summary with what is known at that moment; once nobody's signature is missing, it is told in codes. */
@Singleton
class SignSummary {

    private final SummaryTexts texts;
    private final GatherFacts gatherFacts;
    private final SummaryTasks tasks;
    private final StaffMembers staff;
    private final ClinicDirectory clinics;
    private final Outbox outbox;
    private final Due due;
    private final Clock clock;

    SignSummary(
            SummaryTexts texts,
            GatherFacts gatherFacts,
            SummaryTasks tasks,
            StaffMembers staff,
            ClinicDirectory clinics,
            Outbox outbox,
            Due due,
            Clock clock) {
        this.texts = texts;
        this.gatherFacts = gatherFacts;
        this.tasks = tasks;
        this.staff = staff;
        this.clinics = clinics;
        this.outbox = outbox;
        this.due = due;
        this.clock = clock;
    }

    /** Signs a summary that is locked in the database, or co-signs it, as somebody has read it. */
    void sign(DischargeSummary summary, @Nullable IfMatch read, StaffId by) {
        var now = clock.instant();
        var text = texts.open(summary);
        var facts = gatherFacts.under(text, summary);
        Revision.of(summary, texts.write(facts), 0).mustBeSigned(read);
        var content = text.read();
        content.mustBeComplete();
        facts.mustBeMeasured(content.measuresWaived());
        summary.sign(signer(by), texts.seal(summary.episode(), facts), LocalDate.ofInstant(now, clinics.zone()), now);
        if (!summary.signatures().complete()) {
            tasks.toCosign(summary, now);
            return;
        }
        summary.lock(texts.open(summary));
        due.cancel(SummariesOwed.DUE, summary.episode());
        tasks.done(summary.episode(), now);
        outbox.append(said(summary, facts, content));
    }

    Signer signer(StaffId who) {
        return staff.signer(who);
    }

    private static DischargeSummarySigned said(
            DischargeSummary summary, DischargeFacts facts, DischargeContent content) {
        var ending = Objects.requireNonNull(summary.ending());
        var plan = facts.relapsePlan();
        return new DischargeSummarySigned(
                summary.patient(),
                summary.episode(),
                ending.lastDay(),
                ending.reason(),
                content.recommendedLevel() == null ? ending.nextLevel() : content.recommendedLevel(),
                facts.attended().percent(),
                plan != null,
                plan == null ? List.of() : plan.triggers(),
                facts.crisisPlan(),
                facts.medication().stream()
                        .map(one -> one.substance().name())
                        .distinct()
                        .toList(),
                content.nextSteps(),
                facts.measures().stream()
                        .map(one -> new DischargeSummarySigned.Latest(
                                one.instrument(),
                                one.last().takenOn(),
                                one.last().total(),
                                one.last().band(),
                                one.last().parts()))
                        .toList(),
                summary.signatures().completeAt());
    }
}
