package org.stepwell.therapy.drugscreen;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** What was found of one analyte; never changed, a correction is the next version. */
@Entity
@Table(name = "drug_screen_result")
class ScreenResult {

    @Id
    private UUID id;

    private DrugScreenId screen;
    private String analyte;

    @Enumerated(EnumType.STRING)
    private ResultKind kind;

    private int version;
    private boolean detected;
    private boolean expected;
    private @Nullable String because;
    private StaffId recordedBy;
    private Instant recordedAt;

    /** Whether an analyte was found, by which method. */
    record Reading(String analyte, ResultKind kind, boolean detected) {}

    @SuppressWarnings("NullAway.Init")
    protected ScreenResult() {}

    ScreenResult(UUID id, DrugScreenId screen, Reading reading, boolean expected, StaffId by, Instant now) {
        this.id = id;
        this.screen = screen;
        this.analyte = reading.analyte();
        this.kind = reading.kind();
        this.version = 1;
        this.detected = reading.detected();
        this.expected = expected;
        this.recordedBy = by;
        this.recordedAt = now;
    }

    /**
     * The other of the two, in its place.
     *
     * @param sealedReason why, sealed for the correction
     */
    ScreenResult corrected(UUID by, boolean nowExpected, String sealedReason, StaffId who, Instant now) {
        var next = new ScreenResult(by, screen, new Reading(analyte, kind, !detected), nowExpected, who, now);
        next.version = version + 1;
        next.because = sealedReason;
        return next;
    }

    UUID id() {
        return id;
    }

    DrugScreenId screen() {
        return screen;
    }

    String analyte() {
        return analyte;
    }

    ResultKind kind() {
        return kind;
    }

    int version() {
        return version;
    }

    boolean detected() {
        return detected;
    }

    boolean expected() {
        return expected;
    }

    @Nullable
    String because() {
        return because;
    }

    StaffId recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
