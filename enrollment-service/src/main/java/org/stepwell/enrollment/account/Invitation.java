package org.stepwell.enrollment.account;

import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InvitationId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** An invitation of a clinic to one person, good for one use until it ends. */
@Entity
class Invitation {

    @EmbeddedId
    private InvitationId id;

    @Version
    private int version;

    private @Nullable StaffId staff;
    private @Nullable PatientId patient;

    @Convert(converter = RolesColumn.class)
    private Set<Role> roles;

    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;

    private Instant invitedAt;
    private Instant expiresAt;
    private @Nullable Instant endedAt;
    private String invitedBy;
    private @Nullable String acceptedBy;

    /** Where an invitation stands; that it has expired shows in its time. */
    @Schema(name = "InvitationStatus")
    enum Status {
        OPEN,
        ACCEPTED,
        REVOKED
    }

    /** Who is invited, and to which roles. */
    record Guest(@Nullable StaffId staff, @Nullable PatientId patient, Set<Role> roles) {

        Guest {
            boolean patients = roles.equals(EnumSet.of(Role.PATIENT));
            if (patients != (patient != null)
                    || (patients && staff != null)
                    || (!patients && roles.contains(Role.PATIENT))) {
                throw refused(
                        AccountRule.INVITED_AS_ONE, "/roles", "PATIENT alone, with a patient; or roles of the staff");
            }
            boolean treats = roles.contains(Role.CLINICIAN) || roles.contains(Role.PRESCRIBER);
            if (treats && staff == null) {
                throw refused(AccountRule.TREATING_STAFF_IS_NAMED, "/staff", "the id of a member of the staff");
            }
        }

        private static Refusal refused(AccountRule rule, String pointer, String expected) {
            return new Refusal(
                    rule, "Correct %s: %s.".formatted(pointer, expected), List.of(new FieldError(pointer, expected)));
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    /**
     * @param invitedBy the user who gives it
     */
    Invitation(InvitationId id, Guest guest, String invitedBy, Instant now, Instant expiresAt) {
        this.id = id;
        this.staff = guest.staff();
        this.patient = guest.patient();
        this.roles = guest.roles();
        this.invitedBy = invitedBy;
        this.invitedAt = now;
        this.expiresAt = expiresAt;
    }

    Guest accept(String subject, Instant now) {
        if (status != Status.OPEN || !now.isBefore(expiresAt)) {
            throw AccountRule.notValid();
        }
        status = Status.ACCEPTED;
        acceptedBy = subject;
        endedAt = now;
        return guest();
    }

    boolean wasAcceptedBy(String subject) {
        return subject.equals(acceptedBy);
    }

    void revoke(Instant now) {
        if (status != Status.OPEN) {
            throw new Refusal(AccountRule.INVITATION_IS_OVER, "It is %s already.".formatted(status));
        }
        status = Status.REVOKED;
        endedAt = now;
    }

    Guest guest() {
        return new Guest(staff, patient, roles);
    }

    InvitationId id() {
        return id;
    }

    int version() {
        return version;
    }

    Status status() {
        return status;
    }

    String invitedBy() {
        return invitedBy;
    }

    Instant invitedAt() {
        return invitedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
