package org.stepwell.therapy.twelvestep;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.therapy.telling.Telling;

/** Whether a patient has a sponsor. */
@Path("episodes/{episode}/twelve-step/sponsor")
class SponsorResource {

    private final Sponsors sponsors;
    private final Telling telling;

    SponsorResource(Sponsors sponsors, Telling telling) {
        this.sponsors = sponsors;
        this.telling = telling;
    }

    /** What a sponsor is called, and since when they are one. */
    @Schema(name = "SponsorForm")
    record SponsorForm(
            @Schema(examples = "B.", description = "a first name or initials; a last name is refused")
            @NotBlank
            @Size(max = 60)
            String name,

            @Schema(description = "also a day before the program") @NotNull
            LocalDate since) {}

    @PUT
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Say that the patient has a sponsor, and since when")
    public SponsorView tell(EpisodeId episode, @NotNull @Valid SponsorForm form) {
        var told = telling.of(episode);
        var name = sponsors.seal(episode, new SponsorName(form.name()));
        var before = sponsors.findByIdOptional(episode);
        before.ifPresent(sponsor -> sponsor.is(told, form.since(), name));
        var sponsor = before.orElseGet(() -> new Sponsor(told, form.since(), name));
        sponsors.persistAndFlush(sponsor);
        return sponsor.view(form.name());
    }

    @DELETE
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Say that the patient has no sponsor any more; what they were called is forgotten")
    public void forget(EpisodeId episode) {
        telling.of(episode);
        sponsors.deleteById(episode);
    }
}
