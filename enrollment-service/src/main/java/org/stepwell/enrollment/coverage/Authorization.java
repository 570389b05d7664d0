package org.stepwell.enrollment.coverage;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged.PayerRules;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** What a payer approved in advance, as it is now; each earlier version is kept with all it said. */
@Entity
@Table(name = "payer_authorization")
class Authorization {

    @EmbeddedId
    private AuthorizationId id;

    @Version
    private int version;

    private CoverageId coverage;
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private BillingUnit unit;

    private int units;
    private LocalDate firstDay;
    private LocalDate lastDay;

    /** Sealed. */
    private String reference;

    private String changedBy;
    private Instant changedAt;
    private @Nullable Withdrawn withdrawn;

    @SuppressWarnings("NullAway.Init")
    protected Authorization() {}

    /** What the payer's letter says; the reference is sealed. */
    Authorization(Coverage of, Approved approved, String sealedReference, String by, Instant now) {
        this.id = approved.id();
        this.coverage = of.id();
        this.patient = of.patient();
        change(of, approved, sealedReference, by, now);
    }

    /** The payer changed it: more units, other days. */
    final void change(Coverage of, Approved approved, String sealedReference, String by, Instant now) {
        mustStand();
        of.mustStand();
        if (approved.lastDay().isBefore(approved.firstDay())) {
            throw new Refusal(
                    CoverageRule.AUTHORIZATION_ENDS_BEFORE_IT_BEGINS,
                    "From %s, and until %s.".formatted(approved.firstDay(), approved.lastDay()),
                    List.of(new FieldError("/lastDay", "on %s or later".formatted(approved.firstDay()))));
        }
        of.mustCover(approved.firstDay(), approved.lastDay());
        unit = approved.unit();
        units = approved.units();
        firstDay = approved.firstDay();
        lastDay = approved.lastDay();
        reference = sealedReference;
        changedBy = by;
        changedAt = now;
    }

    /** The payer approved no such thing. */
    void withdraw(Withdrawn because) {
        mustStand();
        withdrawn = because;
    }

    /** Refuses anything more of one that was taken back. */
    void mustStand() {
        Withdrawn.mustBeNone(withdrawn, CoverageRule.AUTHORIZATION_WAS_WITHDRAWN);
    }

    /** What it says now. */
    Approved approved() {
        return new Approved(id, unit, units, firstDay, lastDay);
    }

    /** What the other services are told. */
    AuthorizationChanged said(Coverage of, List<PayerRules> rules, Instant now) {
        var days = of.cut(approved());
        return new AuthorizationChanged(
                patient, id, of.payer(), unit, units, firstDay, days.lastDay(), rules, version, now);
    }

    AuthorizationId id() {
        return id;
    }

    int version() {
        return version;
    }

    CoverageId coverage() {
        return coverage;
    }

    PatientId patient() {
        return patient;
    }

    @Nullable
    Withdrawn withdrawn() {
        return withdrawn;
    }

    String sealedReference() {
        return reference;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
