package org.stepwell.therapy.relapse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.stepwell.contracts.code.RelapseTrigger;

/** What a patient's plan says, in their own words under our headings. */
@Schema(name = "RelapsePlanContent")
record RelapsePlanContent(
        @Schema(description = "by what I, or others, notice it early") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 500) String> earlySigns,

        @Schema(description = "what may bring me back to it, in codes; they go with me into aftercare")
        @NotNull
        @Size(max = 16)
        @UniqueElements
        List<@NotNull RelapseTrigger> triggers,

        @Schema(description = "the same in my words") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 500) String> triggersInMyWords,

        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 500) String> whatHelpsMe,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 500) String> peopleToCall,

        @Schema(description = "what I do after a lapse, so that it stays one") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 500) String> afterALapse) {

    void mustSaySomething() {
        if (earlySigns.isEmpty()
                && triggers.isEmpty()
                && triggersInMyWords.isEmpty()
                && whatHelpsMe.isEmpty()
                && peopleToCall.isEmpty()
                && afterALapse.isEmpty()) {
            throw RelapseRule.RELAPSE_PLAN_SAYS_SOMETHING.at(
                    "/earlySigns", "Write something under any of the headings.");
        }
    }
}
