package org.stepwell.enrollment.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.access.Arrival;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.edge.Rationed;

/** Where somebody who was invited comes in: signed in at the identity provider, and nobody at any clinic yet. */
@Path("invitations/acceptance")
class AcceptanceResource {

    private final Codes codes;
    private final AcceptInvitation acceptance;
    private final Arrival arrival;

    AcceptanceResource(Codes codes, AcceptInvitation acceptance, Arrival arrival) {
        this.codes = codes;
        this.acceptance = acceptance;
        this.arrival = arrival;
    }

    @Schema(name = "InvitationAcceptance")
    record Form(
            @Schema(description = "the code as it was handed over; hyphens and small letters do not matter")
            @NotBlank
            @Size(max = 64)
            String code) {}

    @POST
    @Rationed
    @Guard(Policy.SIGNED_IN)
    @Operation(
            summary = "Accept an invitation with its code",
            description = "Any user of the realm may, with or without roles and clinics in the token. The account is"
                    + " PREPARING until the identity provider knows it; then a new token names the clinic. A wrong, an"
                    + " expired, a revoked and a used code are answered alike.")
    public AccountView accept(@NotNull @Valid Form form) {
        var hash = Code.hash(form.code());
        var clinic = QuarkusTransaction.requiringNew()
                .call(() -> codes.clinicOf(hash))
                .orElseThrow(AccountRule::notValid);
        return arrival.at(clinic, subject -> AccountView.of(acceptance.accept(hash, subject)));
    }
}
