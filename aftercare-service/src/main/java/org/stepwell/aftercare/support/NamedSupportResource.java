package org.stepwell.aftercare.support;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SupportPersonId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;

/** The HTTP door by which the patient names somebody who supports them, or staff do with the patient. */
@Path("patients/{patient}/support-people")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PATIENT_AND_TEAM_WRITE)
class NamedSupportResource {

    private final Supporters supporters;
    private final ShowSupport show;
    private final Access access;
    private final SayWhoSupports saying;

    NamedSupportResource(Supporters supporters, ShowSupport show, Access access, SayWhoSupports saying) {
        this.supporters = supporters;
        this.show = show;
        this.access = access;
        this.saying = saying;
    }

    @POST
    @Transactional
    @Operation(summary = "Name somebody who supports the patient, and what they may be told")
    @APIResponseSchema(value = SupportPersonView.class, responseCode = "201")
    public RestResponse<SupportPersonView> name(PatientId patient, @NotNull @Valid SupportForm form) {
        access.to(patient);
        if (supporters.of(patient).size() >= Supporters.MAX) {
            throw SupportRule.SUPPORT_PEOPLE_AS_MANY_AS_HELP.because("Take out somebody who does not help any more.");
        }
        var id = new SupportPersonId(Uuid7.next());
        var person = new SupportPerson(id, patient, saying.of(id, form));
        supporters.persistAndFlush(person);
        return Answers.created(show.view(person), "support-people/" + id, person.version());
    }
}
