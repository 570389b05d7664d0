package org.stepwell.enrollment.account;

import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.account.AccountEvent.AccountChanged;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.problem.Refusal;

/** Who a user of the identity provider is at this clinic, and what they may do here. */
@Entity
class Account {

    @EmbeddedId
    private AccountId id;

    @Version
    private int version;

    private String subject;
    private @Nullable StaffId staff;
    private @Nullable PatientId patient;
    private @Nullable PartnerId partner;

    @Convert(converter = RolesColumn.class)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Enumerated(EnumType.STRING)
    private AccountStatus status = AccountStatus.LEFT;

    private long told;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(AccountId id, String subject, Instant now) {
        this.id = id;
        this.subject = subject;
        this.changedAt = now;
    }

    /** An invitation was accepted by this user; who left may be invited again. */
    AccountChanged join(Invitation.Guest as, Instant now) {
        if (status != AccountStatus.LEFT) {
            throw new Refusal(AccountRule.ACCOUNT_EXISTS, "You have one here already (it is %s).".formatted(status));
        }
        staff = as.staff();
        patient = as.patient();
        roles = as.roles();
        return become(AccountStatus.PREPARING, now);
    }

    /** A partner's own system comes in by it. */
    AccountChanged serve(PartnerId whom, Instant now) {
        partner = whom;
        roles = EnumSet.of(Role.PARTNER);
        return become(AccountStatus.PREPARING, now);
    }

    /** Other roles from now on; who somebody is does not change. */
    AccountChanged changeRoles(Set<Role> others, Instant now) {
        if (!comesIn()) {
            throw refused(AccountStatus.PREPARING);
        }
        var same = new Invitation.Guest(staff, patient, others);
        roles = same.roles();
        return become(AccountStatus.PREPARING, now);
    }

    AccountChanged suspend(Instant now) {
        return become(AccountStatus.SUSPENDED, now);
    }

    AccountChanged reinstate(Instant now) {
        if (status != AccountStatus.SUSPENDED) {
            throw refused(AccountStatus.PREPARING);
        }
        return become(AccountStatus.PREPARING, now);
    }

    AccountChanged leave(Instant now) {
        return become(AccountStatus.LEFT, now);
    }

    /** The identity provider puts it into tokens now. */
    void prepared() {
        if (status == AccountStatus.PREPARING) {
            status = AccountStatus.ACTIVE;
        }
    }

    /** Whether they may let others into the clinic, now or as soon as the identity provider has heard of it. */
    boolean administers() {
        return roles.contains(Role.CLINIC_ADMIN) && comesIn();
    }

    private boolean comesIn() {
        return status == AccountStatus.ACTIVE || status == AccountStatus.PREPARING;
    }

    private AccountChanged become(AccountStatus next, Instant now) {
        if (!status.next().contains(next)) {
            throw refused(next);
        }
        status = next;
        told++;
        changedAt = now;
        var claims = roles.stream().map(Role::claim).sorted().toList();
        return new AccountChanged(id, subject, staff, patient, partner, claims, next.standing(), told, now);
    }

    private Refusal refused(AccountStatus next) {
        return new Refusal(AccountRule.ACCOUNT_GOES_FORWARD, "It is %s and can not become %s.".formatted(status, next));
    }

    AccountId id() {
        return id;
    }

    int version() {
        return version;
    }

    String subject() {
        return subject;
    }

    @Nullable
    StaffId staff() {
        return staff;
    }

    @Nullable
    PatientId patient() {
        return patient;
    }

    @Nullable
    PartnerId partner() {
        return partner;
    }

    Set<Role> roles() {
        return roles;
    }

    AccountStatus status() {
        return status;
    }

    Instant changedAt() {
        return changedAt;
    }
}
