package org.stepwell.platform.probe;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.consent.Told;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.edge.Rationed;

/** Open to anybody, and yet it is about a clinic. */
@Path("clinics/{clinic}/open-doors")
@Guard(Policy.ANYONE)
class OpenDoorResource {

    static final UUID TOMAS = UUID.fromString("019a0000-0000-7000-8000-00000000000a");

    private final Disclosures disclosures;

    OpenDoorResource(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @POST
    @Transactional
    @Rationed
    @Operation(summary = "Which clinic is chosen, and who asks")
    public String at(ClinicId clinic) {
        var work = ClinicContext.current().orElseThrow();
        return work.clinic() + " " + work.actor();
    }

    /** What a stranger leaves there. */
    @Schema(name = "Slip")
    record Slip(@NotBlank @Size(max = 40) String words) {}

    @POST
    @Path("slips")
    @Transactional
    @Operation(summary = "Takes a slip of paper, and says which one it became")
    public String takes(ClinicId clinic, @NotNull @Valid Slip slip) {
        return slip.words() + " " + Uuid7.next();
    }

    @POST
    @Path("{patient}")
    @Transactional
    @Operation(summary = "Lets something out and does not say so")
    public UUID leaks(ClinicId clinic, PatientId patient) {
        return told(patient, DataCategory.PRESENCE);
    }

    @POST
    @Path("{patient}/{category}")
    @Transactional
    @Discloses({DataCategory.PRESENCE, DataCategory.ATTENDANCE})
    @Operation(summary = "Lets out what is asked for, and says that it is one of two kinds")
    public UUID lets(ClinicId clinic, PatientId patient, DataCategory category) {
        return told(patient, category);
    }

    private UUID told(PatientId patient, DataCategory category) {
        var ask = new Ask(
                patient,
                new Recipient(Recipient.Kind.SUPPORT_PERSON, TOMAS),
                DisclosurePurpose.SUPPORT,
                Set.of(category));
        return disclosures.permit(ask, Channel.LINK, new Told("Tomas", null)).disclosure();
    }
}
