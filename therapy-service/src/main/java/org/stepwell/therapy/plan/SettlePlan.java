package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.therapy.roster.Programs;

/** Lets a draft hold once nobody's word is missing. */
@Singleton
class SettlePlan {

    private final Plans plans;
    private final PlanReviews reviews;
    private final PlanObjectives objectives;
    private final PlanSigners signers;
    private final PlanTexts texts;
    private final Programs programs;
    private final ClinicDirectory clinics;
    private final Outbox outbox;

    SettlePlan(
            Plans plans,
            PlanReviews reviews,
            PlanObjectives objectives,
            PlanSigners signers,
            PlanTexts texts,
            Programs programs,
            ClinicDirectory clinics,
            Outbox outbox) {
        this.plans = plans;
        this.reviews = reviews;
        this.objectives = objectives;
        this.signers = signers;
        this.texts = texts;
        this.programs = programs;
        this.clinics = clinics;
        this.outbox = outbox;
    }

    /** Refuses a draft that lacks something today. */
    void mustBeComplete(Plan draft, Instant now) {
        signers.mustBeComplete(draft, texts.open(draft), today(now));
    }

    /**
     * What holds is told; what held before is superseded first, because the database keeps one. Days may lie between the first
     * word and the last: a date may have passed, and somebody may have left.
     */
    void settle(EpisodeId episode, Plan draft, Instant now) {
        if (draft.isAgreed()) {
            var content = texts.open(draft);
            var today = today(now);
            signers.mustStillBeComplete(draft, content, today);
            plans.inForce(episode).ifPresent(Plan::superseded);
            plans.flush();
            var signed = draft.holds(today.plusDays(programs.planReviewDays(episode, today)), now);
            objectives.hold(episode, signed.version(), content, today);
            outbox.append(signed);
            outbox.append(draft.visits(content, today, now));
            reviews.signed(signed, draft.textSignedAt());
        }
        plans.flush();
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, clinics.zone());
    }
}
