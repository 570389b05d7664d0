package org.stepwell.therapy.motivation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.seal.SealedJson;

/** Decisional balances in their versions, and what they say: it is sealed, for each version by itself. */
@Singleton
class Balances implements PanacheRepositoryBase<DecisionalBalance, UUID> {

    private static final String PART = "decisional-balance";

    private final SealedJson sealed;

    Balances(SealedJson sealed) {
        this.sealed = sealed;
    }

    Optional<DecisionalBalance> newest(EpisodeId episode) {
        return find("episode = ?1 order by version desc", episode).firstResultOptional();
    }

    /** Of an episode, oldest first. */
    List<DecisionalBalance> of(EpisodeId episode, UUID after, int count) {
        return find("episode = ?1 and id > ?2 order by id", episode, after)
                .page(0, count)
                .list();
    }

    String seal(UUID version, BalanceContent content) {
        return sealed.seal(PART, version, content);
    }

    BalanceView show(DecisionalBalance balance) {
        return balance.view(sealed.open(PART, balance.id(), balance.content(), BalanceContent.class));
    }
}
