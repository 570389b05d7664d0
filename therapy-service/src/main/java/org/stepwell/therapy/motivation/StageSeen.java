package org.stepwell.therapy.motivation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Stay;

/** The stage of change in which a clinician saw a patient on a day; never changed, another one follows it. */
@Entity
class StageSeen {

    @Id
    private UUID id;

    @SuppressWarnings("unused") // asked for by queries alone
    private EpisodeId episode;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private LocalDate day;
    private StaffId recordedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected StageSeen() {}

    private StageSeen(UUID id, Stay stay, Stage stage, LocalDate day, StaffId by, Instant now) {
        this.id = id;
        this.episode = stay.episode();
        this.patient = stay.patient();
        this.stage = stage;
        this.day = day;
        this.recordedBy = by;
        this.recordedAt = now;
    }

    /** @param said today where it is null */
    static StageSeen in(UUID id, Stay stay, Stage stage, @Nullable LocalDate said, StaffId by, Instant now) {
        var day = said == null ? stay.today() : said;
        if (!stay.holds(day)) {
            throw MotivationRule.STAGE_OF_A_DAY_IN_THE_PROGRAM.at("/date", stay.days());
        }
        return new StageSeen(id, stay, stage, day, by, now);
    }

    StageView view() {
        return new StageView(stage, day, recordedBy, recordedAt);
    }
}
