package org.stepwell.therapy.motivation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Stay;

/** A version of a patient's decisional balance; never changed, the next one follows it. */
@Entity
class DecisionalBalance {

    @Id
    private UUID id;

    private EpisodeId episode;
    private PatientId patient;
    private int version;
    private String content;
    private StaffId writtenBy;
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected DecisionalBalance() {}

    /** @param sealed what it says, sealed for this version */
    DecisionalBalance(UUID id, Stay stay, int version, String sealed, StaffId by, Instant now) {
        if (stay.isOver()) {
            throw MotivationRule.BALANCE_WHILE_IN.because("The last day was %s.".formatted(stay.lastDay()));
        }
        this.id = id;
        this.episode = stay.episode();
        this.patient = stay.patient();
        this.version = version;
        this.content = sealed;
        this.writtenBy = by;
        this.writtenAt = now;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String content() {
        return content;
    }

    BalanceView view(BalanceContent opened) {
        return new BalanceView(id, episode, patient, version, opened, writtenBy, writtenAt);
    }
}
