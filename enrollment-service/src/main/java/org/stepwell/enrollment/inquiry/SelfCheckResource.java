package org.stepwell.enrollment.inquiry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** "Is this right for me?", asked by anybody, without a name, a token or a trace. */
@Path("self-checks")
@Guard(Policy.ANYONE)
class SelfCheckResource {

    @Schema(name = "SelfCheckForm")
    record Form(
            @Schema(
                    description =
                            "Are you thinking of ending your life or of hurting somebody, has somebody overdosed, or are"
                                    + " you very sick from stopping?",
                    examples = "NO")
            @NotNull
            SelfCheck.Reply inDanger,

            @Schema(
                    description =
                            "Does somebody have to be with you day and night, to keep you safe or to keep you from using?",
                    examples = "NO")
            @NotNull
            SelfCheck.Reply needsSomebodyAlways,

            @Schema(
                    description = "Have you left a hospital, a detox or a residential program within the last month?",
                    examples = "NO")
            @NotNull
            SelfCheck.Reply leftInpatientCare,

            @Schema(
                    description = "Is there somebody, or a place, that helps you between the hours of treatment?",
                    examples = "YES")
            @NotNull
            SelfCheck.Reply hasSupport,

            @Schema(
                    description = "How much do alcohol, drugs or how you feel get in the way of your days?",
                    examples = "SOME")
            @NotNull
            SelfCheck.Weight weight) {}

    @POST
    @Operation(
            summary = "Ask whether a program like this may fit",
            description =
                    "Open to anybody. Nothing is kept. The questions stand at the fields; ask them in that order.")
    public SelfCheck.Result check(@NotNull @Valid Form form) {
        return SelfCheck.result(new SelfCheck.Answers(
                form.inDanger(),
                form.needsSomebodyAlways(),
                form.leftInpatientCare(),
                form.hasSupport(),
                form.weight()));
    }
}
