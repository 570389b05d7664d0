package org.stepwell.therapy.twelvestep;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.telling.Told;

/** What a patient chose; never changed, another choice follows it. Nobody asks why. */
@Entity
@Table(name = "fellowship_choice")
class Chosen {

    @Id
    private UUID id;

    @SuppressWarnings("unused") // asked for by queries alone
    private EpisodeId episode;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Choice choice;

    private @Nullable StaffId writtenBy;
    private Instant chosenAt;

    @SuppressWarnings("NullAway.Init")
    protected Chosen() {}

    Chosen(UUID id, Told told, Choice choice) {
        this.id = id;
        this.episode = told.stay().episode();
        this.patient = told.stay().patient();
        this.choice = choice;
        this.writtenBy = told.writtenBy();
        this.chosenAt = told.at();
    }

    /** True where saying so again changes nothing. */
    boolean is(Choice again) {
        return choice == again;
    }

    ChoiceView view() {
        return new ChoiceView(choice, chosenAt, writtenBy == null, writtenBy);
    }

    Choice choice() {
        return choice;
    }
}
