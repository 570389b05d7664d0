package org.stepwell.therapy.relapse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.code.RelapseTrigger;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.seal.SealedJson;

/** Patients' plans in their versions, and what they say: it is sealed, for each version by itself. */
@Singleton
public class RelapsePlans implements PanacheRepositoryBase<RelapsePlan, UUID> {

    private static final String PART = "relapse-plan";

    private final SealedJson sealed;

    RelapsePlans(SealedJson sealed) {
        this.sealed = sealed;
    }

    /** What a plan comes to without its words: which version it is, of when, and what it names as triggers. */
    public record InCodes(int version, Instant writtenAt, List<RelapseTrigger> triggers) {}

    /** The newest version of an episode in codes; whoever wrote none in it has the one of before, if there is one. */
    public Optional<InCodes> inCodes(EpisodeId episode, PatientId patient) {
        return newest(episode)
                .or(() -> newest(patient))
                .map(this::show)
                .map(plan -> new InCodes(
                        plan.version(), plan.writtenAt(), plan.says().triggers()));
    }

    Optional<RelapsePlan> newest(EpisodeId episode) {
        return find("episode = ?1 order by version desc", episode).firstResultOptional();
    }

    /** The one that was written last, in whichever episode. */
    Optional<RelapsePlan> newest(PatientId patient) {
        return find("patient = ?1 order by id desc", patient).firstResultOptional();
    }

    /** Of an episode, oldest first. */
    List<RelapsePlan> of(EpisodeId episode, UUID after, int count) {
        return find("episode = ?1 and id > ?2 order by id", episode, after)
                .page(0, count)
                .list();
    }

    String seal(UUID version, RelapsePlanContent content) {
        return sealed.seal(PART, version, content);
    }

    RelapsePlanView show(RelapsePlan plan) {
        return plan.view(sealed.open(PART, plan.id(), plan.content(), RelapsePlanContent.class));
    }
}
