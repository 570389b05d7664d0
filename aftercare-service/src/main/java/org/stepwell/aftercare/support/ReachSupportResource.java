package org.stepwell.aftercare.support;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.id.SupportPersonId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.consent.Permit;

/** Before somebody tells a support person something: may they, how are they reached, and what goes with it? */
@Path("support-people/{supportPerson}/permits")
@Produces(MediaType.APPLICATION_JSON)
class ReachSupportResource {

    private final SupportPeople people;
    private final Supporters supporters;
    private final Access access;

    ReachSupportResource(SupportPeople people, Supporters supporters, Access access) {
        this.people = people;
        this.supporters = supporters;
        this.access = access;
    }

    @Schema(name = "SupportPermitForm")
    record Form(
            @NotNull SupportTopic topic,
            @Schema(examples = "PHONE") @NotNull Channel channel) {}

    /** How they are reached, and by what permit. */
    @Schema(name = "SupportContactView")
    record View(
            SupportPersonId supportPerson,
            @Schema(examples = "Rosa Delgado") String name,
            String relation,
            @Nullable String phone,
            @Schema(examples = "3 Elm Street") @Nullable String address,
            Permit permit) {}

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Discloses({
        DataCategory.PRESENCE,
        DataCategory.PROGRESS,
        DataCategory.ATTENDANCE,
        DataCategory.MEDICATION,
        DataCategory.AFTERCARE
    })
    @Operation(
            summary = "Ask to tell a support person of a topic, before they are called or written to",
            description =
                    "Answers how they are reached, with the notice and the scope of the consent that go with it, 42 CFR 2.32; 403"
                            + " where no consent in force opens it. Either way the patient's ledger says so. With a permit for"
                            + " MISSED_CHECK_IN, an attempt by way of SUPPORT_PERSON is recorded within a day.")
    public View permit(SupportPersonId supportPerson, @NotNull @Valid Form form) {
        access.to(supporters.of(supportPerson).patient());
        var contact = people.reach(supportPerson, form.topic(), form.channel());
        return new View(
                contact.id(), contact.name(), contact.relation(), contact.phone(), contact.address(), contact.permit());
    }
}
