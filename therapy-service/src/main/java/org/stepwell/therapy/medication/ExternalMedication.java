package org.stepwell.therapy.medication;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.formulary.Substance;

/** What a patient takes that nobody here ordered: recorded as told, and no dose of it is given here. */
@Entity
class ExternalMedication {

    @EmbeddedId
    private ExternalMedicationId id;

    @Version
    private int version;

    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Substance substance;

    private LocalDate since;
    private @Nullable LocalDate until;
    private String words;
    private StaffId recordedBy;
    private Instant recordedAt;
    private @Nullable Instant struckAt;

    @SuppressWarnings("NullAway.Init")
    protected ExternalMedication() {}

    /** @param sealed its words, sealed for this record */
    ExternalMedication(
            ExternalMedicationId id, PatientId patient, ExternalForm form, String sealed, StaffId by, Instant now) {
        this.id = id;
        this.patient = patient;
        is(form, sealed, by, now);
    }

    /** As it is told now, whatever was told before. */
    final void is(ExternalForm form, String sealed, StaffId by, Instant now) {
        if (struckAt != null) {
            throw MedicationRule.RECORD_IS_STRUCK.because("It was struck at %s. Record it anew.".formatted(struckAt));
        }
        substance = form.substance();
        since = form.since();
        until = form.until();
        words = sealed;
        recordedBy = by;
        recordedAt = now;
    }

    /** It was entered in error; it is kept, and counts nowhere. */
    void strike(Instant now) {
        struckAt = struckAt == null ? now : struckAt;
    }

    /** Whether it counts, and is taken on a day. */
    boolean isTaken(LocalDate day) {
        return struckAt == null && !since.isAfter(day) && (until == null || !until.isBefore(day));
    }

    ExternalMedicationId id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    Substance substance() {
        return substance;
    }

    LocalDate since() {
        return since;
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    String words() {
        return words;
    }

    ExternalView view(ExternalForm.Words opened) {
        return new ExternalView(
                id,
                version,
                substance,
                opened.name(),
                opened.howTaken(),
                opened.givenBy(),
                since,
                until,
                recordedBy,
                recordedAt,
                struckAt);
    }
}
