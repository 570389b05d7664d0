package org.stepwell.enrollment.account;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.enrollment.partner.Partners;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.edge.Rationed;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** The service accounts by which a partner's systems come in. What is ended here is out within seconds. */
@Path("partners/{partner}/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PARTNERS_ADMITTED)
class PartnerAccountResource {

    private final PartnerAccounts giving;
    private final Accounts accounts;
    private final Partners partners;
    private final KeycloakAdmin keycloak;

    PartnerAccountResource(PartnerAccounts giving, Accounts accounts, Partners partners, KeycloakAdmin keycloak) {
        this.giving = giving;
        this.accounts = accounts;
        this.partners = partners;
        this.keycloak = keycloak;
    }

    @Schema(name = "PartnerAccountForm")
    record Form(
            @Schema(
                    description = "the public half of the key by which the partner's system says who it is, in PEM",
                    examples =
                            "-----BEGIN PUBLIC KEY-----\nMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE...\n-----END PUBLIC KEY-----")
            @NotBlank
            @Size(max = 4000)
            String publicKey) {}

    @Schema(name = "PartnerAccountGiven")
    record Given(
            AccountId id,

            @Schema(examples = "partner-019a0000-0000-7000-8000-0000000000ac")
            String clientId,

            @Schema(description = "how it signs what it says of itself", examples = "ES384")
            String algorithm,

            @Schema(description = "for whom it says so (aud)", examples = "https://identity.example/realms/stepwell")
            URI audience,

            @Schema(
                    description = "where the partner's system gets its tokens (grant_type=client_credentials)",
                    examples = "https://identity.example/realms/stepwell/protocol/openid-connect/token")
            URI tokenUrl) {}

    @POST
    @Transactional
    @Rationed
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(
            summary = "Let a partner's system in",
            description =
                    "It signs in with a key of its own, whose public half is kept here. To change the key, make a second"
                            + " account, have the partner change to it, and end the first one.")
    @APIResponseSchema(value = Given.class, responseCode = "201")
    public RestResponse<Given> give(PartnerId partner, @NotNull @Valid Form form) {
        var given = giving.give(partner, form.publicKey());
        var id = given.account().id();
        return Answers.created(
                new Given(id, given.client(), given.key().algorithm(), keycloak.realm(), keycloak.tokens()),
                "accounts/" + id,
                given.account().version());
    }

    @GET
    @Transactional
    @Operation(summary = "A partner's service accounts, oldest first")
    public RestResponse<Page<AccountView>> list(
            PartnerId partner, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        partners.mustKnow(partner);
        return Page.of(accounts.page(partner, page), page, AccountView::of, Account::id, uri);
    }

    @POST
    @Path("{system}/ending")
    @Transactional
    @Operation(summary = "Let a partner's system in no more, whatever token it still has")
    public RestResponse<AccountView> end(PartnerId partner, AccountId system) {
        var found = giving.end(partner, system);
        return Answers.versioned(AccountView.of(found), found.version());
    }
}
