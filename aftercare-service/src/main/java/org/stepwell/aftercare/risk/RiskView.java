package org.stepwell.aftercare.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged.RiskLevel;
import org.stepwell.contracts.id.AftercarePlanId;

/** The relapse risk of next week as its readers see it: the level, and all that makes it. */
@Schema(name = "RiskView")
record RiskView(
        AftercarePlanId plan,

        @Schema(
                description = "the day on which the newest check-in was due that was looked at",
                examples = "2026-03-02")
        @Nullable
        LocalDate week,

        @Schema(description = "LOW to 5 points, MODERATE from 6, HIGH from 12; ABSTAINS where too little is known")
        RiskLevel level,

        @Schema(description = "the factors added up; null where the look abstains", examples = "7") @Nullable
        Integer points,

        @Schema(description = "points against the look before", examples = "-2") @Nullable
        Integer change,

        Look.@Nullable Abstains abstains,

        @Schema(
                description = "why it abstains, as a sentence",
                examples = "Fewer than two check-ins are over. Look again next week.")
        @Nullable
        String meaning,

        @Schema(description = "what is known, and what each of it adds")
        List<FactorView> factors,

        @Schema(description = "what nobody said; it adds nothing")
        List<Factor> notKnown,

        @Nullable Instant lookedAt) {

    @Schema(name = "RiskFactorView")
    record FactorView(
            Factor factor,
            @Schema(examples = "2") int value,
            @Schema(examples = "5") int points,

            @Schema(examples = "Days of use in the week: 2.")
            String sentence) {}

    static RiskView of(RelapseRisk risk) {
        var abstains = risk.abstains();
        return new RiskView(
                risk.plan(),
                risk.week(),
                risk.level(),
                risk.points(),
                risk.change(),
                abstains,
                abstains == null ? null : abstains.sentence(),
                risk.signs().weighed().stream()
                        .map(weighed -> new FactorView(
                                weighed.factor(),
                                weighed.value(),
                                weighed.points(),
                                weighed.factor().says(weighed.value())))
                        .toList(),
                List.copyOf(risk.notKnown()),
                risk.lookedAt());
    }

    /** Before the first check-in is over. */
    static RiskView nothingYet(AftercarePlanId plan) {
        return new RiskView(
                plan,
                null,
                RiskLevel.ABSTAINS,
                null,
                null,
                Look.Abstains.TOO_FEW_CHECK_INS,
                Look.Abstains.TOO_FEW_CHECK_INS.sentence(),
                List.of(),
                List.of(Factor.values()),
                null);
    }
}
