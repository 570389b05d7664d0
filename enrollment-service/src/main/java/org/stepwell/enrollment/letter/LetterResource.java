package org.stepwell.enrollment.letter;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.seal.SealedJson;

/** One letter. */
@Path("letters/{letter}")
@Guard(Policy.STAFF_DISCLOSE)
class LetterResource {

    private final Letters letters;
    private final LetterLinks links;
    private final SendLetter sending;
    private final SealedJson sealed;
    private final Access access;
    private final Clock clock;

    LetterResource(
            Letters letters, LetterLinks links, SendLetter sending, SealedJson sealed, Access access, Clock clock) {
        this.letters = letters;
        this.links = links;
        this.sending = sending;
        this.sealed = sealed;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(summary = "A letter: to whom, where it stands, and what it says once it was sent")
    public RestResponse<LetterView> read(LetterId letter) {
        var found = letters.of(letter);
        access.to(found.patient());
        return show(found);
    }

    @POST
    @Path("withdrawal")
    @Transactional
    @Operation(
            summary = "Take a letter back",
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

    private RestResponse<LetterView> show(Letter letter) {
        return Answers.versioned(LetterView.of(letter, sealed), letter.version());
    }
}
