package org.stepwell.enrollment.payer;

import io.quarkus.arc.All;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.enrollment.program.RuleSets;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** Whom the clinic bills, and how. */
@Path("payers")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.ADMINISTRATORS_SET_UP)
class PayerResource {

    private final Payers payers;
    private final RuleSets ruleSets;
    private final List<OnceTermsChanged> onceChanged;
    private final Clock clock;

    PayerResource(Payers payers, RuleSets ruleSets, @All List<OnceTermsChanged> onceChanged, Clock clock) {
        this.payers = payers;
        this.ruleSets = ruleSets;
        this.onceChanged = List.copyOf(onceChanged);
        this.clock = clock;
    }

    @Schema(name = "PayerForm")
    record Form(
            @Schema(examples = "Northside Health Plan") @NotBlank @Size(max = 200)
            String name,

            @Schema(examples = "PO Box 12, Riverside") @Nullable @Size(max = 300)
            String address,

            @Schema(
                    examples = "2026-01-01",
                    description =
                            "the first day of service that is billed so; missing corrects the terms that hold last")
            @Nullable
            LocalDate from,

            @NotNull @Valid BillingTerms terms) {
        Payer.Details details() {
            return new Payer.Details(name.strip(), address, from, terms);
        }
    }

    @Schema(name = "PayerView")
    record View(
            PayerId id,
            @Schema(examples = "Northside Health Plan") String name,

            @Schema(examples = "PO Box 12, Riverside") @Nullable
            String address,

            @Schema(examples = "2026-01-01", description = "missing where they hold from the beginning") @Nullable
            LocalDate from,

            BillingTerms terms,

            @Schema(description = "what held for earlier days, oldest first")
            List<Contract.Since> before,

            boolean active) {
        static View of(Payer payer) {
            var all = payer.contract().all();
            var latest = payer.contract().latest();
            return new View(
                    payer.id(),
                    payer.name(),
                    payer.address(),
                    latest.from(),
                    latest.terms(),
                    all.subList(0, all.size() - 1),
                    payer.active());
        }
    }

    @POST
    @Transactional
    @Operation(summary = "List a payer, with the codes, units and rules of the contract")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public RestResponse<View> add(@NotNull @Valid Form form) {
        mustFit(form.terms());
        var payer = new Payer(new PayerId(Uuid7.next()), form.details());
        payers.persistAndFlush(payer);
        return Answers.created(View.of(payer), "payers/" + payer.id(), payer.version());
    }

    @GET
    @Transactional
    @Guard(Policy.CASELOAD_READS)
    @Operation(summary = "The clinic's payers")
    public RestResponse<Page<View>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(payers.page(page), page, View::of, Payer::id, uri);
    }

    @GET
    @Path("{payer}")
    @Transactional
    @Guard(Policy.CASELOAD_READS)
    @Operation(summary = "One payer")
    public RestResponse<View> read(PayerId payer) {
        return show(payers.of(payer));
    }

    @PUT
    @Path("{payer}")
    @Transactional
    @Operation(
            summary = "Change how a payer is billed",
            description =
                    "With `from`, earlier days are billed as before; without, the last terms are corrected. Days that were"
                            + " not sent yet are billed by what holds for them then; what was sent stays as it was.")
    public RestResponse<View> change(
            PayerId payer, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        var found = payers.of(payer);
        IfMatch.require(version, found.version());
        mustFit(form.terms());
        found.describe(form.details());
        payers.flush();
        onceChanged.forEach(one -> one.termsChanged(payer));
        return show(found);
    }

    @POST
    @Path("{payer}/end")
    @Transactional
    @Operation(summary = "Bill a payer no more; what is open with them stays")
    public RestResponse<View> end(PayerId payer) {
        var found = payers.of(payer);
        found.end(clock.instant());
        payers.flush();
        return show(found);
    }

    private void mustFit(BillingTerms terms) {
        ruleSets.mustKnow(terms.ruleSet(), "/terms/ruleSet");
        terms.mustFit();
        terms.mustHaveHours(ruleSets.dayMinutesMin(terms.ruleSet()));
    }

    private static RestResponse<View> show(Payer payer) {
        return Answers.versioned(View.of(payer), payer.version());
    }
}
