package org.stepwell.therapy.twelvestep;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.seal.SealedJson;

/** Who has a sponsor; what a sponsor is called is sealed. */
@Singleton
class Sponsors implements PanacheRepositoryBase<Sponsor, EpisodeId> {

    private static final String PART = "sponsor";

    private final SealedJson sealed;

    Sponsors(SealedJson sealed) {
        this.sealed = sealed;
    }

    String seal(EpisodeId episode, SponsorName name) {
        return sealed.seal(PART, episode.value(), name.text());
    }

    SponsorView show(Sponsor sponsor) {
        return sponsor.view(sealed.open(PART, sponsor.episode().value(), sponsor.sealedName(), String.class));
    }
}
