package org.stepwell.enrollment.screening;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** One look at the six dimensions: what was seen, what is suggested, what stops an admission. Findings are never deleted. */
@Entity
class Screening {

    private static final String THIRD_EDITION = "3";

    @EmbeddedId
    private ScreeningId id;

    @Version
    private int version;

    private PatientId patient;
    private String edition;
    private Dimensions dimensions;

    private boolean ambulatoryWithdrawalManagement;

    @SuppressWarnings("UnusedVariable") // the inputs and the author stay with the finding
    private @Nullable String suggestedLevel;

    @Enumerated(EnumType.STRING)
    private LevelSuggestion firedRule;

    @SuppressWarnings("UnusedVariable") // the inputs and the author stay with the finding
    private String screenedBy;

    private Instant screenedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "screening_hard_stop", joinColumns = @JoinColumn(name = "screening_id"))
    @MapKeyColumn(name = "stop")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<HardStop, Finding> hardStops = new EnumMap<>(HardStop.class);

    /** A hard stop and how it was dealt with; {@code raisedAt} is never null, or Hibernate would not keep the row. */
    @Embeddable
    record Finding(
            @Column(name = "raised_at") Instant raisedAt,
            @Column(name = "cleared_by") @Nullable String clearedBy,
            @Column(name = "cleared_at") @Nullable Instant clearedAt,

            @Enumerated(EnumType.STRING) @Column(name = "disposition") @Nullable
            Disposition disposition) {}

    /** What a clinician did about a hard stop. */
    enum Disposition {
        ASSESSED_SAFETY_PLAN_MADE,
        MEDICALLY_CLEARED,
        PSYCHIATRICALLY_CLEARED,
        RESOLVED_SOBER
    }

    @SuppressWarnings("NullAway.Init")
    protected Screening() {}

    Screening(
            ScreeningId id,
            PatientId patient,
            Dimensions dimensions,
            boolean withdrawalManaged,
            Set<HardStop> stops,
            String by,
            Instant now) {
        this.id = id;
        this.patient = patient;
        this.edition = THIRD_EDITION;
        this.dimensions = dimensions;
        this.ambulatoryWithdrawalManagement = withdrawalManaged;
        this.firedRule = LevelSuggestion.of(dimensions, withdrawalManaged, !stops.isEmpty());
        this.suggestedLevel = firedRule.level();
        this.screenedBy = by;
        this.screenedAt = now;
        stops.forEach(stop -> hardStops.put(stop, new Finding(now, null, null, null)));
    }

    void clear(HardStop stop, Disposition disposition, String by, Instant now) {
        var found = hardStops.get(stop);
        if (found == null) {
            throw new Refusal(ScreeningRule.NO_SUCH_HARD_STOP, "It has no %s.".formatted(stop));
        }
        if (found.clearedBy() != null) {
            throw new Refusal(ScreeningRule.CLEARED_BEFORE, "%s was cleared before.".formatted(stop));
        }
        if (!stop.isDealtWithBy(disposition)) {
            throw new Refusal(
                    ScreeningRule.DISPOSITION_FITS_HARD_STOP,
                    "%s is cleared by one of %s.".formatted(stop, stop.dispositions()),
                    List.of(new FieldError("/disposition", "one of " + stop.dispositions())));
        }
        hardStops.put(stop, new Finding(found.raisedAt(), by, now, disposition));
    }

    Set<HardStop> openHardStops() {
        var open = EnumSet.noneOf(HardStop.class);
        hardStops.forEach((stop, finding) -> {
            if (finding.clearedBy() == null) {
                open.add(stop);
            }
        });
        return open;
    }

    ScreeningId id() {
        return id;
    }

    PatientId patient() {
        return patient;
    }

    int version() {
        return version;
    }

    Dimensions dimensions() {
        return dimensions;
    }

    /** The rule that fired when the patient was screened; it stays with the finding. */
    LevelSuggestion firedRule() {
        return firedRule;
    }

    /** What is suggested now: once every hard stop is dealt with, the dimensions alone speak. */
    LevelSuggestion suggestion() {
        return LevelSuggestion.of(
                dimensions, ambulatoryWithdrawalManagement, !openHardStops().isEmpty());
    }

    String edition() {
        return edition;
    }

    Set<HardStop> hardStops() {
        return hardStops.keySet();
    }

    Instant screenedAt() {
        return screenedAt;
    }
}
