package org.stepwell.enrollment.account;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InvitationId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.edge.Rationed;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** Invitations of the clinic, for those who may give the roles in them. */
@Path("invitations")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.ACCOUNTS_GIVEN)
class InvitationResource {

    private final Invitations invitations;
    private final Invite invite;
    private final Codes codes;
    private final Caller caller;
    private final Clock clock;

    InvitationResource(Invitations invitations, Invite invite, Codes codes, Caller caller, Clock clock) {
        this.invitations = invitations;
        this.invite = invite;
        this.codes = codes;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "InvitationForm")
    record Form(
            @Schema(description = "the member of the staff who is meant") @Nullable
            StaffId staff,

            @Schema(description = "the patient who is meant; then the role is PATIENT alone") @Nullable
            PatientId patient,

            @Schema(examples = "[\"PATIENT\"]") @NotEmpty Set<@NotNull Role> roles) {

        Invitation.Guest guest() {
            return new Invitation.Guest(staff, patient, EnumSet.copyOf(roles));
        }
    }

    @Schema(name = "InvitationView")
    record View(
            InvitationId id,
            @Nullable StaffId staff,
            @Nullable PatientId patient,
            Set<Role> roles,
            Invitation.Status status,
            @Schema(description = "the user who gave it") String invitedBy,
            Instant invitedAt,
            Instant expiresAt,

            @Schema(description = "when it was accepted or revoked") @Nullable
            Instant endedAt) {

        static View of(Invitation invitation) {
            var guest = invitation.guest();
            return new View(
                    invitation.id(),
                    guest.staff(),
                    guest.patient(),
                    guest.roles(),
                    invitation.status(),
                    invitation.invitedBy(),
                    invitation.invitedAt(),
                    invitation.expiresAt(),
                    invitation.endedAt());
        }
    }

    @POST
    @Transactional
    @Rationed
    @Operation(
            summary = "Invite a member of the staff, or a patient",
            description = "Answers the code once. You hand it over yourself, for instance on paper; Stepwell sends no"
                    + " mail and no text message with it yet.")
    @APIResponseSchema(value = Invite.Given.class, responseCode = "201")
    public RestResponse<Invite.Given> give(@NotNull @Valid Form form) {
        var given = invite.invite(form.guest(), caller.identity().subject(), caller.rolesInPolicy());
        return Answers.created(given, "invitations/" + given.id(), 0);
    }

    @GET
    @Transactional
    @Operation(summary = "The invitations of the clinic, oldest first, without their codes")
    public RestResponse<Page<View>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(invitations.page(page), page, View::of, Invitation::id, uri);
    }

    @GET
    @Path("{invitation}")
    @Transactional
    @Operation(summary = "An invitation, without its code")
    public RestResponse<View> read(InvitationId invitation) {
        var found = invitations.of(invitation);
        return Answers.versioned(View.of(found), found.version());
    }

    @POST
    @Path("{invitation}/revocation")
    @Transactional
    @Operation(summary = "Take an invitation back; its code opens nothing any more")
    public RestResponse<View> revoke(InvitationId invitation) {
        var found = invitations.lockedOf(invitation);
        Grants.mustAllow(caller.identity().roles(), found.guest().roles());
        found.revoke(clock.instant());
        codes.forget(invitation);
        invitations.flush();
        return Answers.versioned(View.of(found), found.version());
    }
}
