package org.stepwell.therapy.motivation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

/** What a patient said for and against change in a session. */
@Path("episodes/{episode}/sessions/{session}/change-talk")
class TalkResource {

    private final ChangeTalks talks;
    private final Episodes episodes;
    private final Presences presences;
    private final Access access;
    private final Clock clock;

    TalkResource(ChangeTalks talks, Episodes episodes, Presences presences, Access access, Clock clock) {
        this.talks = talks;
        this.episodes = episodes;
        this.presences = presences;
        this.access = access;
        this.clock = clock;
    }

    @PUT
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Count what a patient said for and against change in a session",
            description = "What was counted before is replaced with If-Match.")
    public RestResponse<TalkView> count(
            EpisodeId episode,
            SessionId session,
            @HeaderParam("If-Match") @Nullable IfMatch revision,
            @NotNull @Valid TalkCounts counts) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        var in = presences.of(episode, session);
        var by = access.staff();
        var now = clock.instant();
        var before = talks.of(episode, session);
        before.ifPresent(talk -> {
            IfMatch.require(revision, talk.version());
            talk.recounted(in, counts, by, now);
        });
        var talk = before.orElseGet(() -> ChangeTalk.counted(Uuid7.next(), stay, in, counts, by, now));
        talks.persistAndFlush(talk);
        return Answers.versioned(talk.view(), talk.version());
    }
}
