package org.stepwell.enrollment.program;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** The rule sets that a program can start from. */
@Path("rule-sets")
class RuleSetResource {

    private final RuleSetPresets presets;

    RuleSetResource(RuleSetPresets presets) {
        this.presets = presets;
    }

    @GET
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "Rule sets that come with Stepwell, with where they come from")
    public List<RuleSetPreset> list() {
        return presets.all();
    }
}
