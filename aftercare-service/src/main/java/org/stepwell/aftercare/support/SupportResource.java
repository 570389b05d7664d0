package org.stepwell.aftercare.support;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.support.FellowshipTies.Kind;
import org.stepwell.aftercare.support.FellowshipTies.Tie;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;

/** The HTTP door to the support that a patient has outside: people, a sponsor, a home group. */
@Path("patients/{patient}/support")
class SupportResource {

    private final ShowSupport show;
    private final FellowshipTies ties;
    private final Outbox outbox;
    private final Access access;
    private final ClinicDirectory clinics;
    private final Clock clock;

    SupportResource(
            ShowSupport show, FellowshipTies ties, Outbox outbox, Access access, ClinicDirectory clinics, Clock clock) {
        this.show = show;
        this.ties = ties;
        this.outbox = outbox;
        this.access = access;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** All of it on one page. */
    @Schema(name = "SupportView")
    record View(
            PatientId patient,
            List<SupportPersonView> people,
            @Nullable Tie sponsor,
            @Nullable Tie homeGroup) {}

    /** What a sponsor or a group is called, and since when it is theirs. */
    @Schema(name = "SponsorForm")
    record SponsorForm(
            @NotBlank
            @Size(max = 60)
            @Schema(examples = "B.", description = "a first name or initials; a last name is refused")
            String name,

            @NotNull LocalDate since) {}

    @Schema(name = "HomeGroupForm")
    record HomeGroupForm(
            @NotBlank @Size(max = 100) @Schema(examples = "Tuesday Lantern group")
            String name,

            @NotNull LocalDate since) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read who supports a patient, and what each may be told now",
            description =
                    "Whoever is about to tell them something asks for a permit first: POST support-people/{supportPerson}/permits.")
    public View read(PatientId patient) {
        access.to(patient);
        return new View(
                patient,
                show.peopleOf(patient),
                ties.of(patient, Kind.SPONSOR).orElse(null),
                ties.of(patient, Kind.HOME_GROUP).orElse(null));
    }

    @PUT
    @Path("sponsor")
    @Transactional
    @Guard(Policy.PATIENT_AND_TEAM_WRITE)
    @Operation(summary = "Say that the patient has a sponsor, and since when")
    public Tie sponsor(PatientId patient, @NotNull @Valid SponsorForm form) {
        access.to(patient);
        return said(patient, Kind.SPONSOR, new SponsorName(form.name()).text(), form.since());
    }

    @DELETE
    @Path("sponsor")
    @Transactional
    @Guard(Policy.PATIENT_AND_TEAM_WRITE)
    @Operation(summary = "Say that the patient has no sponsor any more; what they were called is forgotten")
    public void noSponsor(PatientId patient) {
        access.to(patient);
        outbox.append(ties.forget(patient, Kind.SPONSOR, clock.instant()));
    }

    @PUT
    @Path("home-group")
    @Transactional
    @Guard(Policy.PATIENT_AND_TEAM_WRITE)
    @Operation(summary = "Say which group is the patient's home group, and since when")
    public Tie homeGroup(PatientId patient, @NotNull @Valid HomeGroupForm form) {
        access.to(patient);
        return said(patient, Kind.HOME_GROUP, form.name().strip(), form.since());
    }

    @DELETE
    @Path("home-group")
    @Transactional
    @Guard(Policy.PATIENT_AND_TEAM_WRITE)
    @Operation(summary = "Say that the patient has no home group any more")
    public void noHomeGroup(PatientId patient) {
        access.to(patient);
        outbox.append(ties.forget(patient, Kind.HOME_GROUP, clock.instant()));
    }

    private Tie said(PatientId patient, Kind kind, String name, LocalDate since) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        if (since.isAfter(today)) {
            throw SupportRule.SINCE_A_DAY_THAT_CAME.at("/since", "%s at the latest".formatted(today));
        }
        var tie = new Tie(name, since, now, access.byPatient() ? null : access.staff());
        outbox.append(ties.say(patient, kind, tie));
        return tie;
    }
}
