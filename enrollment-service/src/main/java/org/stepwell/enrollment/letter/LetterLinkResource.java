package org.stepwell.enrollment.letter;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.enrollment.consent.Consents;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.consent.LinkDisclosures;
import org.stepwell.platform.link.SecretLinks;
import org.stepwell.platform.seal.SealedJson;

/** Where the reader of a letter comes in, with nothing but the link. */
@Path(LetterLinks.PATH)
class LetterLinkResource {

    private final Letters letters;
    private final LetterLinks links;
    private final Consents consents;
    private final LinkDisclosures disclosures;
    private final ClinicDirectory clinics;
    private final SealedJson sealed;
    private final Caller caller;
    private final Clock clock;

    LetterLinkResource(
            Letters letters,
            LetterLinks links,
            Consents consents,
            LinkDisclosures disclosures,
            ClinicDirectory clinics,
            SealedJson sealed,
            Caller caller,
            Clock clock) {
        this.letters = letters;
        this.links = links;
        this.consents = consents;
        this.disclosures = disclosures;
        this.clinics = clinics;
        this.sealed = sealed;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("{secret:" + SecretLinks.SECRET + "}")
    @Produces("text/html;charset=UTF-8")
    @Transactional(dontRollbackOn = NotFoundException.class)
    @Guard(Policy.LINK_HOLDERS_OPEN)
    @Discloses({DataCategory.PRESENCE, DataCategory.PROGRESS, DataCategory.ATTENDANCE})
    @ResponseHeader(name = "X-Robots-Tag", value = "noindex")
    @Operation(
            summary = "Open a letter by its link",
            description =
                    "Each opening asks whether the patient's consent still opens it, and stands in the patient's ledger. 404"
                            + " where it does not any more, as for a link that never was.")
    public String open(ClinicId clinic, @PathParam("secret") String secret, @Context Request request) {
        if (HttpMethod.HEAD.equals(request.getMethod())) {
            throw new NotAllowedException(HttpMethod.GET); // nothing would be shown, and yet the ledger would say so
        }
        var letter = letters.lockedOf(links.opened(secret));
        var words = letter.shown().orElseThrow(NotFoundException::new);
        var id = letter.id().value();
        caller.touches(letter.patient());
        var reader = sealed.open(Reader.PART, id, letter.sealedReader(), Reader.class);
        var permit = disclosures.permit(
                () -> consents.inPlaceOf(letter.consent()),
                letter.ask(),
                reader.told(),
                () -> letter.isKeptAnew(clock.instant()));
        return PrintedLetter.of(sealed.open(Said.PART, id, words, Said.class), reader, permit, clinics.zone());
    }
}
