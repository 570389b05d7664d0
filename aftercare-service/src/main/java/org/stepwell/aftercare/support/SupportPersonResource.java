package org.stepwell.aftercare.support;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.silence.StillToBeAsked;
import org.stepwell.contracts.id.SupportPersonId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** The HTTP door to the people who support a patient: one of them is said anew, or forgotten. */
@Path("support-people/{supportPerson}")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PATIENT_AND_TEAM_WRITE)
class SupportPersonResource {

    private final Supporters supporters;
    private final ShowSupport show;
    private final Access access;
    private final SayWhoSupports saying;
    private final StillToBeAsked asked;
    private final Clock clock;

    SupportPersonResource(
            Supporters supporters,
            ShowSupport show,
            Access access,
            SayWhoSupports saying,
            StillToBeAsked asked,
            Clock clock) {
        this.supporters = supporters;
        this.show = show;
        this.access = access;
        this.saying = saying;
        this.asked = asked;
        this.clock = clock;
    }

    @PUT
    @Transactional
    @Operation(summary = "Say anew who somebody is, how they are reached, and what they may be told")
    public RestResponse<SupportPersonView> change(
            SupportPersonId supportPerson,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid SupportForm form) {
        access.to(supporters.of(supportPerson).patient());
        var person = supporters.locked(supportPerson);
        IfMatch.require(version, person.version());
        person.is(saying.of(supportPerson, form));
        supporters.flush();
        asked.changed(person.patient());
        return Answers.versioned(show.view(person), person.version());
    }

    @DELETE
    @Transactional
    @Operation(summary = "Say that somebody does not support the patient any more; who they were is forgotten")
    public void forget(SupportPersonId supportPerson) {
        access.to(supporters.of(supportPerson).patient());
        var person = supporters.locked(supportPerson);
        person.forget(clock.instant());
        asked.changed(person.patient());
    }
}
