package org.stepwell.therapy.motivation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a patient finds good and less good about using as they do, and about changing it. */
@Schema(name = "DecisionalBalanceContent")
record BalanceContent(
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 500) String> goodAboutUse,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 500) String> lessGoodAboutUse,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 500) String> goodAboutChange,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 500) String> lessGoodAboutChange) {

    void mustSaySomething() {
        if (goodAboutUse.isEmpty()
                && lessGoodAboutUse.isEmpty()
                && goodAboutChange.isEmpty()
                && lessGoodAboutChange.isEmpty()) {
            throw MotivationRule.BALANCE_SAYS_SOMETHING.at(
                    "/goodAboutUse", "Write down what the patient says, on any of the lists.");
        }
    }
}
