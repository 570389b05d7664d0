package org.stepwell.scheduling.group;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** What the clinic may call its patients where it matters for a group. */
@Path("group-tags")
class GroupTagResource {

    private final GroupTags tags;

    GroupTagResource(GroupTags tags) {
        this.tags = tags;
    }

    /** All of them: about many, so that none says what one person has told. */
    @Schema(name = "PublishedGroupTags")
    record Published(
            @NotNull
            @Size(max = 50)
            @Schema(
                    examples = "[\"veterans\", \"women\"]",
                    description = "kept in the clear: neither what somebody has, nor why they are here")
            Set<@NotNull @Pattern(regexp = GroupMix.TAG) String> tags) {}

    @GET
    @Transactional
    @Guard(Policy.CASELOAD_READS)
    @Operation(summary = "The tags by which the clinic calls its patients, where it matters for a group")
    public Published read() {
        return new Published(tags.published());
    }

    @PUT
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(
            summary = "Publish all tags by which patients may be called, and groups may ask for",
            description = "Refused where one is left out that a patient or a group that runs has.")
    public Published publish(@NotNull @Valid Published form) {
        tags.publish(form.tags());
        return read();
    }
}
