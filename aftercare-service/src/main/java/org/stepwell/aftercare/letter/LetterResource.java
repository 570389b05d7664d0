package org.stepwell.aftercare.letter;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.http.Answers;

/** One letter to a receiver. */
@Path("letters/{letter}")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.STAFF_DISCLOSE)
class LetterResource {

    private final ReferralLetters letters;
    private final LetterLinks links;
    private final SendLetter sending;
    private final Disclosures disclosures;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    LetterResource(
            ReferralLetters letters,
            LetterLinks links,
            SendLetter sending,
            Disclosures disclosures,
            ClinicDirectory clinics,
            Access access,
            Clock clock) {
        this.letters = letters;
        this.links = links;
        this.sending = sending;
        this.disclosures = disclosures;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(summary = "A letter to a receiver: to whom, where it stands, and what it says")
    public RestResponse<LetterView> read(LetterId letter) {
        var found = letters.of(letter);
        access.to(found.patient());
        return show(found);
    }

    @POST
    @Path("withdrawal")
    @Transactional
    @Operation(
            summary = "Take a letter to a receiver back",
            description = "One that waits does not leave; the link of one that was sent opens nothing any more.")
    public RestResponse<LetterView> withdraw(LetterId letter) {
        var found = letters.lockedOf(letter);
        access.to(found.patient());
        found.withdraw(clock.instant());
        sending.forget(found);
        links.close(letter);
        letters.flush();
        return show(found);
    }

    @POST
    @Path("printed")
    @Produces("application/pdf")
    @Transactional
    @Discloses({
        DataCategory.PRESENCE,
        DataCategory.DEMOGRAPHICS,
        DataCategory.MEDICATION,
        DataCategory.DISCHARGE_SUMMARY,
        DataCategory.AFTERCARE
    })
    @Operation(
            summary = "The letter as a PDF, to be handed over",
            description =
                    "A disclosure, each time: made on demand and kept nowhere, as far as the consent by which the letter was"
                            + " written still opens it, with the notice and the consent's scope; the ledger says so.")
    public byte[] print(LetterId letter) {
        var found = letters.lockedOf(letter);
        access.to(found.patient());
        found.mustWait(clock.instant());
        var receiver = letters.receiver(found);
        var permit = disclosures.permitBy(found::consent, found.ask(), Channel.LETTER, receiver.told());
        return LetterPdf.of(letters.said(found), receiver, permit, clinics.zone());
    }

    private RestResponse<LetterView> show(ReferralLetter letter) {
        return Answers.versioned(LetterView.of(letter, letters, null), letter.version());
    }
}
