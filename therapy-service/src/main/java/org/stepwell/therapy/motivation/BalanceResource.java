package org.stepwell.therapy.motivation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.therapy.roster.Episodes;

/** A patient's decisional balance, in its versions. */
@Path("episodes/{episode}/decisional-balance")
class BalanceResource {

    private final Balances balances;
    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    BalanceResource(Balances balances, Episodes episodes, Access access, Clock clock) {
        this.balances = balances;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    @PUT
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Write a patient's decisional balance, whole",
            description = "From the second version on with If-Match; the versions before are kept.")
    public RestResponse<BalanceView> write(
            EpisodeId episode,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid BalanceContent content) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        content.mustSaySomething();
        var before = balances.newest(episode);
        before.ifPresent(balance -> IfMatch.require(version, balance.version()));
        var id = Uuid7.next();
        int next = before.map(DecisionalBalance::version).orElse(0) + 1;
        var balance =
                new DecisionalBalance(id, stay, next, balances.seal(id, content), access.staff(), clock.instant());
        balances.persistAndFlush(balance);
        return Answers.versioned(balance.view(content), balance.version());
    }

    @GET
    @Path("versions")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read all versions of a patient's decisional balance, newest last")
    public RestResponse<Page<BalanceView>> versions(
            EpisodeId episode, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(episodes.stay(episode).patient());
        return Page.of(
                balances.of(episode, page.after(), page.fetch()), page, balances::show, DecisionalBalance::id, uri);
    }
}
