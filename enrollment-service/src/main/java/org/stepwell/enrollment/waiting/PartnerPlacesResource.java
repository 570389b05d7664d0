package org.stepwell.enrollment.waiting;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.enrollment.partner.AgreementLets;
import org.stepwell.enrollment.partner.AskingPartner;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;

/** Which places are free, for partners who think of sending somebody: figures, and nobody's name. */
@Path("partner/places")
@Guard(Policy.PARTNERS_REFER)
class PartnerPlacesResource {

    private final AskingPartner asking;
    private final Capacity capacity;

    PartnerPlacesResource(AskingPartner asking, Capacity capacity) {
        this.asking = asking;
        this.capacity = capacity;
    }

    @Schema(name = "PartnerPlaces")
    record Places(
            ProgramId program,
            @Schema(examples = "Evening IOP") String programName,
            @Schema(examples = "evening") String track,
            @Schema(examples = "Evening, 6 to 9") String trackName,

            @Schema(description = "free and promised to nobody; missing until scheduling has counted", examples = "3")
            @Nullable
            Integer free,

            @Schema(description = "from when they are free") @Nullable
            LocalDate freeFrom,

            @Schema(description = "whether others wait, who are offered a place first", examples = "false")
            boolean othersWait) {

        static Places of(Capacity.Track track) {
            @Nullable Integer free = track.free();
            return new Places(
                    track.program(),
                    track.programName(),
                    track.track(),
                    track.trackName(),
                    free == null ? null : Math.max(0, free - track.kept() - track.coming()),
                    track.freeFrom(),
                    track.waiting() > track.kept());
        }
    }

    @GET
    @Transactional
    @NotDisclosed("numbers of free places, and nobody who has one")
    @Operation(summary = "Each track of the clinic's programs, and how many places are free")
    public List<Places> places() {
        asking.whoMay(AgreementLets.READ_PLACES);
        return capacity.tracks().stream().map(Places::of).toList();
    }
}
