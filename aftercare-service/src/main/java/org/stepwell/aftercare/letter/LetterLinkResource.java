package org.stepwell.aftercare.letter;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.nextstep.DeclineReason;
import org.stepwell.aftercare.nextstep.ReferredStep;
import org.stepwell.aftercare.nextstep.ReferredSteps;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.consent.DisclosureRule;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.consent.LinkDisclosures;
import org.stepwell.platform.link.SecretLinks;
import org.stepwell.platform.problem.Refusal;

/**
 * Where a receiver comes in, with nothing but the link, sees who asks, then what, and answers once. A link that is unknown, over, used,
 * taken back, or shut by the patient answers alike.
 */
@Path(LetterLinks.PATH + "/{secret:" + SecretLinks.SECRET + "}")
@Produces(LetterLinkResource.PAGE)
@Guard(Policy.LINK_HOLDERS_OPEN)
class LetterLinkResource {

    static final String PAGE = "text/html;charset=UTF-8";

    private final ReferralLetters letters;
    private final LetterLinks links;
    private final ReferredSteps steps;
    private final Disclosures disclosures;
    private final LinkDisclosures byLink;
    private final ClinicDirectory clinics;
    private final Caller caller;
    private final Clock clock;

    LetterLinkResource(
            ReferralLetters letters,
            LetterLinks links,
            ReferredSteps steps,
            Disclosures disclosures,
            LinkDisclosures byLink,
            ClinicDirectory clinics,
            Caller caller,
            Clock clock) {
        this.letters = letters;
        this.links = links;
        this.steps = steps;
        this.disclosures = disclosures;
        this.byLink = byLink;
        this.clinics = clinics;
        this.caller = caller;
        this.clock = clock;
    }

    private record Open(ReferredStep step, ReferralLetter letter) {}

    @GET
    @Transactional
    @NotDisclosed("it says who asks, and that somebody is referred, not who")
    @ResponseHeader(name = "X-Robots-Tag", value = "noindex")
    @Operation(
            summary = "Come in by the link of a letter to a receiver",
            description =
                    "A page that says who asks, and nothing about the patient. 404 where the consent does not open the letter any"
                            + " more, as for a link that never was.")
    public String comeIn(ClinicId clinic, @PathParam("secret") String secret) {
        var open = standing(secret);
        return LetterPages.first(letters.said(open.letter()), secret);
    }

    @POST
    @Path("opening")
    @Transactional(dontRollbackOn = NotFoundException.class)
    @Discloses({
        DataCategory.PRESENCE,
        DataCategory.DEMOGRAPHICS,
        DataCategory.MEDICATION,
        DataCategory.DISCHARGE_SUMMARY,
        DataCategory.AFTERCARE
    })
    @ResponseHeader(name = "X-Robots-Tag", value = "noindex")
    @Operation(
            summary = "See what a letter to a receiver says",
            description =
                    "Each showing asks whether the patient's consent still opens it, and stands in the patient's ledger.")
    public String open(ClinicId clinic, @PathParam("secret") String secret) {
        var open = opened(secret);
        var letter = open.letter();
        var receiver = letters.receiver(letter);
        var permit = byLink.permit(
                letter::consent,
                letter.ask(),
                receiver.told(),
                () -> letter.course().isKeptAnew(clock.instant()));
        letter.course().opened(clock.instant());
        return LetterPages.content(letters.said(letter), receiver, permit, clinics.zone(), steps.daysAhead());
    }

    @POST
    @Path("acceptance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @NotDisclosed("it says that the answer was taken")
    @Operation(
            summary = "Receive the patient, on a day",
            description =
                    "Once: the link opens nothing any more. A day that can not be is answered by a page that says which can.")
    public RestResponse<String> accept(
            ClinicId clinic,
            @PathParam("secret") String secret,
            @FormParam("day") @Schema(format = "date") @Nullable String day) {
        var open = standing(secret);
        var days = steps.daysAhead();
        var chosen = read(day).filter(days::include);
        if (chosen.isEmpty()) {
            return RestResponse.status(
                    RestResponse.Status.BAD_REQUEST, LetterPages.anotherDay(letters.said(open.letter()), days));
        }
        steps.accept(open.step(), chosen.get());
        return RestResponse.ok(answered(open.letter()));
    }

    /** A browser without a calendar sends what was typed. */
    private static Optional<LocalDate> read(@Nullable String day) {
        try {
            return Optional.ofNullable(day).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @POST
    @Path("decline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @NotDisclosed("it says that the answer was taken")
    @Operation(summary = "Not receive the patient", description = "Once: the link opens nothing any more.")
    public String decline(
            ClinicId clinic, @PathParam("secret") String secret, @FormParam("reason") @NotNull DeclineReason reason) {
        var open = standing(secret);
        steps.decline(open.step(), reason);
        return answered(open.letter());
    }

    private String answered(ReferralLetter letter) {
        letter.answered(clock.instant());
        links.close(letter.id());
        return LetterPages.thanks(letters.said(letter));
    }

    /** The step first: whoever answers it in another way locks it, too. */
    private Open opened(String secret) {
        var id = links.opened(secret);
        var step = steps.ifWaiting(letters.stepOf(id)).orElseThrow(NotFoundException::new);
        var letter = letters.lockedOf(id);
        if (!letter.isOpen(clock.instant())) {
            throw new NotFoundException();
        }
        caller.touches(letter.patient());
        return new Open(step, letter);
    }

    /** The same where nothing is shown that a ledger would tell of, as long as the consent opens it. */
    private Open standing(String secret) {
        var open = opened(secret);
        var letter = open.letter();
        switch (disclosures.outlookBy(letter::consent, letter.ask())) {
            case OPEN -> {}
            case CLOSED -> throw new NotFoundException();
            case NOT_KNOWN -> throw new Refusal(DisclosureRule.CONSENT_NOT_KNOWN, "Try again in a moment.");
        }
        return open;
    }
}
