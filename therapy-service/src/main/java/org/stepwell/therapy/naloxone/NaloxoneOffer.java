package org.stepwell.therapy.naloxone;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

/** Naloxone was offered to a patient on a day; never changed, the next offer follows it. */
@Entity
class NaloxoneOffer {

    @Id
    private UUID id;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    private EpisodeId episode;

    @Enumerated(EnumType.STRING)
    private NaloxoneAnswer answer;

    private LocalDate day;
    private StaffId recordedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected NaloxoneOffer() {}

    /** @param said the day; today where nobody says one */
    NaloxoneOffer(UUID id, Stay stay, NaloxoneAnswer answer, @Nullable LocalDate said, StaffId by, Instant now) {
        var on = said == null ? stay.today() : said;
        if (!stay.holds(on)) {
            throw NaloxoneRule.OFFERED_ON_A_DAY_IN_THE_PROGRAM.at("/date", stay.days());
        }
        this.id = id;
        this.patient = stay.patient();
        this.episode = stay.episode();
        this.answer = answer;
        this.day = on;
        this.recordedBy = by;
        this.recordedAt = now;
    }

    UUID id() {
        return id;
    }

    /** When it was made, as far as that is known: of a day that was over when it was written down, its end. */
    Instant at(ZoneId zone) {
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return end.isBefore(recordedAt) ? end : recordedAt;
    }

    NaloxoneView view() {
        return new NaloxoneView(id, episode, answer, day, recordedBy, recordedAt);
    }
}
