package org.stepwell.enrollment.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InvitationId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.http.PageRequest;

/** The invitations of the clinic. */
@Singleton
class Invitations implements PanacheRepositoryBase<Invitation, InvitationId> {

    Invitation of(InvitationId invitation) {
        return findByIdOptional(invitation).orElseThrow(NotFoundException::new);
    }

    Invitation lockedOf(InvitationId invitation) {
        return findByIdOptional(invitation, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    /** Those to exactly these roles that nobody has used yet. */
    List<Invitation> lockedOpen(Set<Role> roles) {
        return find("roles = ?1 and status = ?2", roles, Invitation.Status.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those that a user gave, and those that are meant for a member of the staff or a patient. */
    List<Invitation> lockedOpenByOrFor(@Nullable String giver, @Nullable StaffId staff, @Nullable PatientId patient) {
        return find(
                        "status = ?1 and (invitedBy = ?2 or staff = ?3 or patient = ?4)",
                        Invitation.Status.OPEN,
                        giver,
                        staff,
                        patient)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Invitation> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }
}
