package org.stepwell.therapy.twelvestep;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.telling.Told;

/** That a patient has a sponsor; somebody who is none any more is forgotten, because nobody else's name is kept for nothing. */
@Entity
class Sponsor {

    @EmbeddedId
    private EpisodeId episode;

    @Version
    private int version;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    private LocalDate since;
    private String name;
    private @Nullable StaffId writtenBy;
    private Instant toldAt;

    @SuppressWarnings("NullAway.Init")
    protected Sponsor() {}

    /** @param sealedName sealed for this episode */
    Sponsor(Told told, LocalDate since, String sealedName) {
        this.episode = told.stay().episode();
        this.patient = told.stay().patient();
        is(told, since, sealedName);
    }

    /** This one, since this day, whoever it was before. */
    final void is(Told told, LocalDate said, String sealedName) {
        if (said.isAfter(told.stay().today())) {
            throw TwelveStepRule.SPONSOR_SINCE_A_DAY_THAT_CAME.at(
                    "/since", "%s at the latest".formatted(told.stay().today()));
        }
        since = said;
        name = sealedName;
        writtenBy = told.writtenBy();
        toldAt = told.at();
    }

    EpisodeId episode() {
        return episode;
    }

    String sealedName() {
        return name;
    }

    SponsorView view(String openedName) {
        return new SponsorView(openedName, since, toldAt, writtenBy);
    }
}
