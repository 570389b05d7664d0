package org.stepwell.scheduling.staff;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

@Path("staff")
@Produces(MediaType.APPLICATION_JSON)
class StaffResource {

    private final StaffMembers staff;
    private final Outbox outbox;
    private final Clock clock;

    StaffResource(StaffMembers staff, Outbox outbox, Clock clock) {
        this.staff = staff;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Somebody who works here. */
    @Schema(name = "StaffForm")
    record Form(
            @NotBlank @Size(max = 120) @Schema(examples = "Dora Diaz")
            String name,

            @NotNull @Size(max = 12) @Schema(examples = "[\"LCSW\", \"CADC\"]")
            List<@NotBlank @Size(max = 20) String> credentials,

            @NotNull @Schema(examples = "true") Boolean active,

            @Nullable @Schema(description = "who answers for their work, where somebody does")
            StaffId supervisor) {

        StaffMember.About about() {
            return new StaffMember.About(name, credentials, active, supervisor);
        }
    }

    /** Somebody on the staff. */
    @Schema(name = "StaffView")
    record StaffView(
            StaffId id,
            String name,
            List<String> credentials,
            boolean active,
            @Nullable StaffId supervisor) {
        static StaffView of(StaffMember member) {
            return new StaffView(
                    member.id(), member.name(), member.credentials(), member.active(), member.supervisor());
        }
    }

    @POST
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(summary = "Take somebody on the staff")
    @APIResponseSchema(value = StaffView.class, responseCode = "201")
    public RestResponse<StaffView> takeOn(@NotNull @Valid Form form) {
        return takeOn(new StaffId(Uuid7.next()), form);
    }

    @PUT
    @Path("{staff}")
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(
            summary = "Take somebody on the staff under an id their token already has, or change what is known of them",
            description = "201 for somebody new. A change names the version it was made to in If-Match;"
                    + " saying the same again needs none.")
    @APIResponseSchema(value = StaffView.class, responseCode = "200")
    public RestResponse<StaffView> put(
            @RestPath("staff") StaffId id,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid Form form) {
        var found = staff.findByIdOptional(id);
        if (found.isEmpty()) {
            return takeOn(id, form);
        }
        var member = found.get();
        if (!member.is(form.about())) {
            IfMatch.require(version, member.version());
            mustBeSupervised(form);
            outbox.append(member.change(form.about(), clock.instant()));
            staff.flush();
        }
        return Answers.versioned(StaffView.of(member), member.version());
    }

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "The staff of the clinic")
    public RestResponse<Page<StaffView>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(staff.page(page), page, StaffView::of, StaffMember::id, uri);
    }

    @GET
    @Path("{staff}")
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "One of the staff")
    public RestResponse<StaffView> read(@RestPath("staff") StaffId id) {
        var member = staff.of(id);
        return Answers.versioned(StaffView.of(member), member.version());
    }

    private void mustBeSupervised(Form form) {
        var supervisor = form.supervisor();
        if (supervisor != null
                && staff.findByIdOptional(supervisor)
                        .filter(StaffMember::active)
                        .isEmpty()) {
            throw new Refusal(
                    StaffRule.SUPERVISED_BY_ANOTHER,
                    "Not active on this clinic's staff: %s.".formatted(supervisor),
                    List.of(new FieldError("/supervisor", "somebody active on the staff")));
        }
    }

    private RestResponse<StaffView> takeOn(StaffId id, Form form) {
        mustBeSupervised(form);
        var member = new StaffMember(id, form.about());
        staff.persistAndFlush(member);
        outbox.append(member.told(clock.instant()));
        return Answers.created(StaffView.of(member), "staff/" + id, member.version());
    }
}
