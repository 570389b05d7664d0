package org.stepwell.enrollment.breakglass;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.seal.SealedJson;

/** An opening, whom it was told to, and its review where there was one. */
@Schema(name = "BreakGlassView")
record BreakGlassView(
        BreakGlassId id,
        PatientId patient,
        StaffId staff,
        String nature,
        Instant openedAt,
        Instant until,
        List<EmergencyDisclosures.View> disclosures,
        @Nullable ReviewView review) {

    /** What the review came to. */
    @Schema(name = "BreakGlassReviewView")
    record ReviewView(
            BreakGlass.Verdict verdict,
            @Nullable String remark,
            @Nullable String reviewer,
            @Nullable Instant at) {}

    /** Opens what is sealed, for whoever may read it. */
    static BreakGlassView of(BreakGlass glass, List<EmergencyDisclosures.View> disclosures, SealedJson sealed) {
        var verdict = glass.verdict();
        var remark = glass.sealedRemark();
        return new BreakGlassView(
                glass.id(),
                glass.patient(),
                glass.staff(),
                sealed.open("break-glass-nature", glass.id().value(), glass.sealedNature(), String.class),
                glass.openedAt(),
                glass.until(),
                disclosures,
                verdict == null
                        ? null
                        : new ReviewView(
                                verdict,
                                remark == null
                                        ? null
                                        : sealed.open(
                                                "break-glass-remark", glass.id().value(), remark, String.class),
                                glass.reviewer(),
                                glass.reviewedAt()));
    }
}
