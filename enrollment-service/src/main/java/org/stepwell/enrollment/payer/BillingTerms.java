package org.stepwell.enrollment.payer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.code.Modality;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * How a payer is billed. Codes are of the payer's own contract: H0015 (intensive outpatient, substance use) is per day or per
 * quarter of an hour, S9480 (psychiatric, per day); revenue code 0905 is psychiatric and 0906 chemical dependency.
 *
 * @param ruleSet the rules a program day must meet, by the code of a preset
 * @param certified whether nothing is billed without a physician's certification
 * @param dayMinutesMin minutes that make a program day by the contract; where it says none, those of the rule set do
 * @param billedApart what is no part of the program day
 * @param unitsLeftAlert tell us when this many units of an authorization are left
 * @param daysLeftAlert tell us this many days before an authorization ends
 */
@Schema(name = "BillingTerms")
public record BillingTerms(
        @Schema(examples = "H0015", description = "HCPCS or CPT") @NotBlank @Pattern(regexp = "[A-Z0-9]{5}")
        String procedureCode,

        @Schema(examples = "0906", description = "0905 psychiatric, 0906 chemical dependency")
        @NotBlank
        @Pattern(regexp = "090[56]")
        String revenueCode,

        @Schema(examples = "92", description = "92: intensive outpatient, for Medicare")
        @Nullable
        @Pattern(regexp = "92")
        String conditionCode,

        @Schema(
                examples = "HF",
                description =
                        "what the contract puts behind the procedure code, such as HF (a program for substance use),"
                                + " HQ (in a group), HH (both illnesses) or 95 (by telehealth)")
        @Nullable
        @Pattern(regexp = "[A-Z0-9]{2}")
        String modifier,

        @Schema(examples = "hcpcs-h0015") @NotBlank @Size(max = 40)
        String ruleSet,

        @NotNull BillingUnit unit,

        @Schema(examples = "true", description = "whether the payer approves care in advance") @NotNull
        Boolean authorized,

        @Schema(examples = "false", description = "whether the payer wants a physician's certification") @NotNull
        Boolean certified,

        @Schema(
                examples = "180",
                description =
                        "minutes that make a day of the program, where the contract says others than the rule set")
        @Nullable
        @Min(1)
        @Max(720)
        Integer dayMinutesMin,

        @Schema(
                examples = "[\"CAREER_ASSISTANCE\", \"MEDICATION_MANAGEMENT\"]",
                description =
                        "treatments that are no part of the program day for this payer, because they are not paid or are"
                                + " billed apart; CAREER_ASSISTANCE alone, unless said")
        @Nullable
        @Size(max = 8)
        Set<@NotNull Modality> billedApart,

        @Schema(examples = "5") @NotNull @Min(0) @Max(1000) Integer unitsLeftAlert,
        @Schema(examples = "14") @NotNull @Min(1) @Max(90) Integer daysLeftAlert) {

    private static final String MEDICARE = "medicare-iop";
    private static final String PSYCHIATRIC_PER_DIEM = "S9480";

    /** For those under eighteen, 12VAC30-130-5090; all else we read of has three hours. */
    private static final int SHORTEST_DAY_MINUTES = 120;

    /**
     * What does not count toward the program day. What counts is the site's to say: as a rule group, individual and family
     * therapy, motivational interviewing, psychoeducation, medication management and preparation for 12-step programs.
     */
    public Set<Modality> apart() {
        return billedApart == null ? EnumSet.of(Modality.CAREER_ASSISTANCE) : billedApart;
    }

    /**
     * The minutes that make a program day.
     *
     * @param ofRuleSet what the rule set says
     */
    public int programDayMinutes(int ofRuleSet) {
        return dayMinutesMin == null ? ofRuleSet : dayMinutesMin;
    }

    /**
     * What is paid per day stands for a program of some hours a day, as HCPCS says of H0015: where nobody says how many, a minute
     * would do. Medicare pays by services.
     */
    void mustHaveHours(int ofRuleSet) {
        if (unit == BillingUnit.DAY
                && !MEDICARE.equals(ruleSet)
                && programDayMinutes(ofRuleSet) < SHORTEST_DAY_MINUTES) {
            throw new Refusal(
                    PayerRule.PAID_DAY_HAS_HOURS,
                    "A day under %s would have %d minutes. Say what the contract asks for, or choose a rule set that does."
                            .formatted(ruleSet, programDayMinutes(ofRuleSet)),
                    List.of(new FieldError(
                            "/terms/dayMinutesMin", "180 as a rule, and %d at least".formatted(SHORTEST_DAY_MINUTES))));
        }
    }

    /** Medicare asks for condition code 92 and a certification, and does not pay S9480; S9480 is per day. */
    void mustFit() {
        var wrong = new ArrayList<FieldError>();
        boolean medicare = MEDICARE.equals(ruleSet);
        if (medicare && conditionCode == null) {
            wrong.add(new FieldError("/terms/conditionCode", "92 on each claim to Medicare"));
        }
        if (medicare && !certified) {
            wrong.add(new FieldError("/terms/certified", "Medicare pays what a physician certified"));
        }
        if (medicare && PSYCHIATRIC_PER_DIEM.equals(procedureCode)) {
            wrong.add(new FieldError("/terms/procedureCode", "Medicare does not pay S9480"));
        }
        if (PSYCHIATRIC_PER_DIEM.equals(procedureCode) && unit != BillingUnit.DAY) {
            wrong.add(new FieldError("/terms/unit", "S9480 is per day"));
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(PayerRule.TERMS_FIT_THE_PAYER, "Correct %d of the terms.".formatted(wrong.size()), wrong);
        }
    }
}
