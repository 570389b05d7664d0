package org.stepwell.aftercare.recheck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.ReadmissionRecommended.Because;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.LinkageId;
import org.stepwell.contracts.id.RecheckId;

/** An offer of treatment, and how far the way back has been gone. */
@Schema(name = "LinkageView")
record LinkageView(
        LinkageId id,
        AftercarePlanId plan,
        Because because,
        @Nullable RecheckId recheck,

        @Schema(description = "codes of what asked for it", examples = "WITHDRAWAL")
        List<String> factors,

        Linkage.Status status,

        @Schema(description = "the steps that were gone, in the order of recovery management checkups")
        List<Gone> steps,

        Instant offeredAt,

        @Schema(
                description =
                        "until then it can be answered, and whoever declined may accept; not counted once it is accepted")
        Instant endsAt,

        @Nullable Instant settledAt,

        @Schema(description = "the episode that began with it") @Nullable
        EpisodeId readmitted) {

    /** The steps of a recovery management checkup. */
    @Schema(name = "LinkageStep")
    enum Step {
        /** Somebody reached the person. */
        TRACKING,
        /** Somebody went through the questions with them. */
        ASSESSING,
        /** They accepted, and intake was asked to take them. */
        LINKING,
        /** They were admitted. */
        ENGAGING,
        /** They were still there two weeks later. */
        RETAINING
    }

    /** A step that was gone, and when. */
    @Schema(name = "LinkageStepGone")
    record Gone(Step step, Instant at) {}

    static LinkageView of(Linkage linkage) {
        return new LinkageView(
                linkage.id(),
                linkage.of().id(),
                linkage.because(),
                linkage.recheck(),
                linkage.factors(),
                linkage.status(),
                steps(linkage),
                linkage.offeredAt(),
                linkage.endsAt(),
                linkage.settledAt(),
                linkage.readmitted());
    }

    private static List<Gone> steps(Linkage linkage) {
        var gone = new ArrayList<Gone>();
        var settled = linkage.settledAt();
        var reached = reached(linkage);
        if (reached != null) {
            gone.add(new Gone(Step.TRACKING, reached));
            gone.add(new Gone(Step.ASSESSING, reached));
        }
        var engaged = linkage.engagedAt();
        if (settled != null && (linkage.status() == Linkage.Status.ACCEPTED || engaged != null)) {
            gone.add(new Gone(Step.LINKING, settled));
        }
        if (engaged != null) {
            gone.add(new Gone(Step.ENGAGING, engaged));
        }
        var ended = linkage.endedAt();
        if (ended != null && linkage.status() == Linkage.Status.RETAINED) {
            gone.add(new Gone(Step.RETAINING, ended));
        }
        return gone;
    }

    /** With a recheck somebody was reached; after missed check-ins, once the offer was talked about. */
    private static @Nullable Instant reached(Linkage linkage) {
        if (linkage.because() == Because.RECHECK) {
            return linkage.offeredAt();
        }
        return linkage.status() == Linkage.Status.NOT_REACHED ? null : linkage.settledAt();
    }
}
