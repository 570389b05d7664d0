package org.stepwell.enrollment.breakglass;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassClosed;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassOpened;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.Refusal;

/** A patient's record, opened by somebody in an emergency for an hour, and reviewed afterwards. All times are wall time. */
@Entity
class BreakGlass {

    private static final Duration OPEN_FOR = Duration.ofHours(1);

    @EmbeddedId
    private BreakGlassId id;

    @Version
    private int version;

    private PatientId patient;
    private StaffId staff;

    /** Sealed: the nature of the emergency. */
    private String nature;

    private Instant openedAt;
    private Instant until;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict verdict;

    /** Sealed. */
    private @Nullable String remark;

    private @Nullable String reviewer;
    private @Nullable Instant reviewedAt;

    /** What the review came to. */
    enum Verdict {
        JUSTIFIED,
        /** A use that the law did not allow; what follows is the clinic's procedure for breaches, 42 CFR 2.16. */
        NOT_JUSTIFIED
    }

    @SuppressWarnings("NullAway.Init")
    protected BreakGlass() {}

    /** Opens the record; the nature of the emergency is sealed. */
    BreakGlass(BreakGlassId id, PatientId patient, StaffId staff, String sealedNature, Instant now) {
        this.id = id;
        this.patient = patient;
        this.staff = staff;
        this.nature = sealedNature;
        this.openedAt = now;
        this.until = now.plus(OPEN_FOR);
    }

    BreakGlassOpened opened() {
        return new BreakGlassOpened(patient, id, staff, openedAt, until);
    }

    /** May this member of the staff disclose under it now? */
    void mustBeOpenTo(StaffId discloser, Instant now) {
        if (!discloser.equals(staff)) {
            throw new Refusal(BreakGlassRule.OPENED_BY_ANOTHER, "Open the record yourself and say why.");
        }
        if (!now.isBefore(until)) {
            throw new Refusal(BreakGlassRule.GLASS_IS_CLOSED, "It closed at %s.".formatted(until));
        }
    }

    /** Somebody else looks at it; the remark is sealed. What was not justified is closed at once, if it is not yet. */
    Optional<BreakGlassClosed> review(
            Verdict found, @Nullable String sealedRemark, String by, @Nullable StaffId member, Instant now) {
        if (verdict != null) {
            throw new Refusal(BreakGlassRule.REVIEWED_BEFORE, "It was reviewed at %s.".formatted(reviewedAt));
        }
        if (staff.equals(member)) {
            throw new Refusal(BreakGlassRule.NOBODY_REVIEWS_THEMSELVES, "Another privacy officer reviews it.");
        }
        verdict = found;
        remark = sealedRemark;
        reviewer = by;
        reviewedAt = now;
        if (found == Verdict.JUSTIFIED || !now.isBefore(until)) {
            return Optional.empty();
        }
        until = now;
        return Optional.of(new BreakGlassClosed(patient, id, now));
    }

    BreakGlassId id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    StaffId staff() {
        return staff;
    }

    String sealedNature() {
        return nature;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant until() {
        return until;
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }

    @Nullable
    String sealedRemark() {
        return remark;
    }

    @Nullable
    String reviewer() {
        return reviewer;
    }

    @Nullable
    Instant reviewedAt() {
        return reviewedAt;
    }
}
