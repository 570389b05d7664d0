package org.stepwell.therapy.twelvestep;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Presences;

/** What a session did to prepare a patient for a fellowship. */
@Path("episodes/{episode}/sessions/{session}/facilitation")
class FacilitationResource {

    private final Facilitations facilitations;
    private final Episodes episodes;
    private final Presences presences;
    private final Access access;
    private final Clock clock;

    FacilitationResource(
            Facilitations facilitations, Episodes episodes, Presences presences, Access access, Clock clock) {
        this.facilitations = facilitations;
        this.episodes = episodes;
        this.presences = presences;
        this.access = access;
        this.clock = clock;
    }

    /** What it was about. */
    @Schema(name = "FacilitationForm")
    record FacilitationForm(@NotNull Topic topic) {}

    @PUT
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Record by which topic a session prepared a patient for a fellowship, 12-step or secular",
            description = "A topic that was recorded before is replaced with If-Match.")
    public RestResponse<FacilitationView> record(
            EpisodeId episode,
            SessionId session,
            @HeaderParam("If-Match") @Nullable IfMatch revision,
            @NotNull @Valid FacilitationForm form) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        var in = presences.of(episode, session);
        var by = access.staff();
        var now = clock.instant();
        var before = facilitations.of(episode, session);
        before.ifPresent(facilitation -> {
            IfMatch.require(revision, facilitation.version());
            facilitation.about(in, form.topic(), by, now);
        });
        var facilitation = before.orElseGet(() -> new Facilitation(Uuid7.next(), stay, in, form.topic(), by, now));
        facilitations.persistAndFlush(facilitation);
        return Answers.versioned(facilitation.view(), facilitation.version());
    }
}
