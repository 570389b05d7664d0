package org.stepwell.therapy.medication;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Stay;

/** Somebody looked into the prescription monitoring program of a state; what stands there is not kept here. */
@Entity
class PdmpCheck {

    @Id
    private UUID id;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    private EpisodeId episode;
    private Instant checkedAt;
    private StaffId checkedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected PdmpCheck() {}

    /** @param said when it was looked at; now where nobody says it */
    PdmpCheck(UUID id, Stay stay, @Nullable Instant said, StaffId by, Instant now, ZoneId zone) {
        var at = said == null ? now : said;
        if (at.isAfter(now) || !stay.holds(LocalDate.ofInstant(at, zone))) {
            throw MedicationRule.PDMP_CHECKED_IN_THE_PROGRAM.at("/checkedAt", stay.days());
        }
        this.id = id;
        this.patient = stay.patient();
        this.episode = stay.episode();
        this.checkedAt = at;
        this.checkedBy = by;
        this.recordedAt = now;
    }

    UUID id() {
        return id;
    }

    Instant checkedAt() {
        return checkedAt;
    }

    PdmpView view() {
        return new PdmpView(id, episode, checkedAt, checkedBy, recordedAt, PdmpView.PROCEDURE, PdmpView.DONE);
    }
}
