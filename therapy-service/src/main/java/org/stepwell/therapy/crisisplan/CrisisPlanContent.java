package org.stepwell.therapy.crisisplan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a crisis plan says, in the patient's words and in the order in which they go through it. The headings are the house's own:
 * the form of Stanley and Brown may not be put into a record without their permission.
 */
@Schema(name = "CrisisPlanContent")
record CrisisPlanContent(
        @Schema(description = "how I notice that it begins") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 500) String> noticing,

        @Schema(description = "what I can do by myself") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 500) String> byMyself,

        @Schema(description = "people and places that take my mind off it") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 500) String> distractions,

        @Schema(description = "people I can ask for help") @NotNull @Size(max = 20)
        List<@NotNull @Valid Contact> people,

        @Schema(description = "professionals and services") @NotNull @Size(max = 20)
        List<@NotNull @Valid Contact> professionals,

        @Schema(description = "making my surroundings safer") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 500) String> saferSurroundings) {

    /** Somebody who helps, and how they are reached. */
    @Schema(name = "CrisisPlanContact")
    record Contact(
            @Schema(examples = "My sister") @NotBlank @Size(max = 200)
            String name,

            @Schema(examples = "+1 555 0100") @Nullable @Size(max = 60)
            String phone) {}

    void mustSaySomething() {
        if (Stream.of(noticing, byMyself, distractions, people, professionals, saferSurroundings)
                .allMatch(List::isEmpty)) {
            throw CrisisPlanRule.CRISIS_PLAN_SAYS_SOMETHING.at(
                    "/noticing", "Begin with how the patient notices it, and go on from there together.");
        }
    }
}
